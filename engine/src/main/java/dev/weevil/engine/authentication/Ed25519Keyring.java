package dev.weevil.engine.authentication;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ed25519 signatures, verified once each, and HMAC codes. */
final class Ed25519Keyring implements Keyring {

    /** Messages are re-sent and quoted in others; a verification costs a thousand times a look-up. */
    private static final int REMEMBERED = 4096;

    private final NodeId owner;
    private final PrivateKey own;
    private final Map<NodeId, PublicKey> others;
    private final CountingKeyring codes;
    private final Map<Statement, Boolean> known = new Recent();
    private long signed;
    private long verified;

    private record Statement(NodeId author, Payload content, Payload signature) {}

    Ed25519Keyring(
            NodeId owner, PrivateKey own, Map<NodeId, PublicKey> others, HmacKeys.Codes codes) {
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
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(own);
            signature.update(content.asByteBuffer());
            Payload value = Payload.wrap(signature.sign());
            // It comes back inside certificates, and needs no check then.
            known.put(new Statement(owner, content, value), true);
            return new Seal.Signature(value);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Ed25519 signs anything", e);
        }
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
        PublicKey key = others.get(statement.author());
        if (key == null) {
            return false;
        }
        verified++;
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(statement.content().asByteBuffer());
            return signature.verify(statement.signature().toByteArray());
        } catch (GeneralSecurityException e) {
            return false; // bytes that are no signature at all
        }
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
