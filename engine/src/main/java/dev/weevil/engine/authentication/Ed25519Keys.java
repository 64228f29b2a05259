package dev.weevil.engine.authentication;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Ed25519 key pairs derived from a seed, and the HMAC keys of {@link HmacKeys} beside them. */
final class Ed25519Keys implements Keys {

    private final Map<NodeId, Ed25519PrivateKeyParameters> secrets = new TreeMap<>();
    private final Map<NodeId, Ed25519PublicKeyParameters> published = new TreeMap<>();
    private final Seed seed;

    Ed25519Keys(Seed seed, Collection<NodeId> nodes) {
        this.seed = seed.named("ed25519 keys");
        for (NodeId node : nodes) {
            Ed25519PrivateKeyParameters secret = derive(this.seed.named(node.toString()));
            secrets.put(node, secret);
            published.put(node, secret.generatePublicKey());
        }
    }

    @Override
    public Keyring of(NodeId owner) {
        Ed25519PrivateKeyParameters own = secrets.get(owner);
        if (own == null) {
            throw new IllegalArgumentException(
                    owner + " has no key pair; keys were made for " + secrets.keySet());
        }
        return new Ed25519Keyring(owner, own, published, new HmacKeys.Codes(seed));
    }

    // Any 32 bytes are a secret key: those of a digest serve a test as well as random ones.
    private static Ed25519PrivateKeyParameters derive(Seed seed) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(seed.value()).array();
        ByteBuffer secret = ByteBuffer.allocate(Digest.LENGTH);
        Digest.of(Payload.wrap(number)).writeTo(secret);
        return new Ed25519PrivateKeyParameters(secret.array(), 0);
    }
}
