package dev.weevil.engine.authentication;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ed25519 signatures, verified once each, and HMAC codes. */
final class Ed25519Keyring implements Keyring {

    /** Messages are re-sent and quoted in others; a verification costs a thousand times a look-up. */
    private static final int REMEMBERED = 4096;

    private final NodeId owner;
    private final Ed25519PrivateKeyParameters own;
    private final Map<NodeId, Ed25519PublicKeyParameters> others;
    private final CountingKeyring codes;
    private final Map<Statement, Boolean> known = new Recent();
    private long signed;
    private long verified;

    private record Statement(NodeId author, Payload content, Payload signature) {}

    Ed25519Keyring(
            NodeId owner,
            Ed25519PrivateKeyParameters own,
            Map<NodeId, Ed25519PublicKeyParameters> others,
            HmacKeys.Codes codes) {
        this.owner = owner;
        this.own = own;
        this.others = others;
        this.codes = new CountingKeyring(owner, (signer, content) -> Payload.EMPTY, codes::code);
    }

    @Override
    public NodeId owner() {
        return owner;
    }

    @Override
    public Seal sign(Payload content) {
        signed++;
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, own);
        update(signer, content);
        Payload value = Payload.wrap(signer.generateSignature());
        // It comes back inside certificates, and needs no check then.
        known.put(new Statement(owner, content, value), true);
        return new Seal.Signature(value);
    }

    private static void update(Ed25519Signer signer, Payload content) {
        byte[] bytes = content.toByteArray();
        signer.update(bytes, 0, bytes.length);
    }

    @Override
    public Seal authenticate(Payload content, Collection<NodeId> verifiers) {
        return codes.authenticate(content, verifiers);
    }

    @Override
    public boolean verify(NodeId author, Payload content, Seal seal) {
        if (seal instanceof Seal.Signature signature) {
            Statement statement = new Statement(author, content, signature.value());
            return known.computeIfAbsent(statement, this::check);
        }
        return codes.verify(author, content, seal);
    }

    private boolean check(Statement statement) {
        Ed25519PublicKeyParameters key = others.get(statement.author());
        if (key == null) {
            return false;
        }
        verified++;
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, key);
        update(signer, statement.content());
        // False, too, for bytes that are no signature at all.
        return signer.verifySignature(statement.signature().toByteArray());
    }

    @Override
    public Spent spent() {
        return new Spent(signed, verified, codes.spent().macs());
    }

    /** Forgets what was used longest ago. */
    private static final class Recent extends LinkedHashMap<Statement, Boolean> {

        private static final long serialVersionUID = 1L;

        Recent() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Statement, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
