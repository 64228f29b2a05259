package dev.weevil.engine.authentication;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.util.Collection;
import java.util.TreeMap;

/** A keyring whose seals can be recomputed by who verifies them. */
final class CountingKeyring implements Keyring {

    /** The signature of a signer, by a key that every keyring can use but no node can read. */
    interface Signing {
        Payload signature(NodeId signer, Payload content);
    }

    /** The code that author and verifier agree on. */
    interface Coding {
        Payload mac(NodeId author, NodeId verifier, Payload content);
    }

    private final NodeId owner;
    private final Signing signing;
    private final Coding coding;
    private long signed;
    private long verified;
    private long macs;

    CountingKeyring(NodeId owner, Signing signing, Coding coding) {
        this.owner = owner;
        this.signing = signing;
        this.coding = coding;
    }

    @Override
    public NodeId owner() {
        return owner;
    }

    @Override
    public Seal sign(Payload content) {
        signed++;
        return new Seal.Signature(signing.signature(owner, content));
    }

    @Override
    public Seal authenticate(Payload content, Collection<NodeId> verifiers) {
        TreeMap<NodeId, Payload> values = new TreeMap<>();
        for (NodeId verifier : verifiers) {
            macs++;
            values.put(verifier, coding.mac(owner, verifier, content));
        }
        return new Seal.Macs(values);
    }

    @Override
    public boolean verify(NodeId author, Payload content, Seal seal) {
        if (seal instanceof Seal.Signature signature) {
            verified++;
            return signature.value().equals(signing.signature(author, content));
        }
        if (seal instanceof Seal.Macs vector && vector.values().containsKey(owner)) {
            macs++;
            return vector.values().get(owner).equals(coding.mac(author, owner, content));
        }
        return false;
    }

    @Override
    public Spent spent() {
        return new Spent(signed, verified, macs);
    }
}
