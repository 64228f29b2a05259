package dev.weevil.engine.authentication;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;

/**
 * Seals as keyed hashes. Not cryptography: within one process the secret is simply never handed out,
 * and a guess succeeds once in 2^128 tries.
 */
final class SymbolicKeys implements Keys {

    private static final int SIGNATURE = 1;
    private static final int MAC = 2;

    private final Seed secret;

    SymbolicKeys(Seed seed) {
        this.secret = seed.named("symbolic keys");
    }

    @Override
    public Keyring of(NodeId owner) {
        return new CountingKeyring(
                owner,
                (signer, content) -> tag(SIGNATURE, signer, signer, content),
                (author, verifier, content) -> tag(MAC, author, verifier, content));
    }

    private Payload tag(int kind, NodeId author, NodeId verifier, Payload content) {
        long key = secret.value() + kind + 31L * author.hashCode() + 961L * verifier.hashCode();
        long low = key;
        long high = ~key;
        ByteBuffer bytes = content.asByteBuffer();
        while (bytes.remaining() >= Long.BYTES) {
            long word = bytes.getLong();
            low = Long.rotateLeft(low ^ word, 29) * 0xBF58476D1CE4E5B9L;
            high = Long.rotateLeft(high + word, 31) * 0x94D049BB133111EBL;
        }
        long rest = content.length();
        while (bytes.hasRemaining()) {
            rest = rest * 257 + bytes.get();
        }
        low = new Seed(low).and(rest).value();
        high = new Seed(high).and(rest ^ low).value();
        return Payload.wrap(ByteBuffer.allocate(16).putLong(low).putLong(high).array());
    }
}
