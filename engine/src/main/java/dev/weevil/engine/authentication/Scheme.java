package dev.weevil.engine.authentication;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;

import java.util.Collection;

/** How seals are made. */
public enum Scheme {
    /**
     * Keyed 128-bit hashes that no key holder but the engine can compute: signatures as cheap as a MAC.
     * Sound only where every node and adversary lives in one process and asks for keys as it must.
     */
    SYMBOLIC,
    /** HMAC-SHA-256 for MACs and, under a key of the signer that verifiers hold too, for signatures. */
    HMAC,
    /** Ed25519 signatures and HMAC-SHA-256 codes: what a deployment uses. */
    ED25519;

    /**
     * The keys of a cluster, derived from the seed: the same seed gives the same keys.
     *
     * @param nodes everybody who signs or verifies
     */
    public Keys keys(Seed seed, Collection<NodeId> nodes) {
        return switch (this) {
            case SYMBOLIC -> new SymbolicKeys(seed);
            case HMAC -> new HmacKeys(seed);
            case ED25519 -> new Ed25519Keys(seed, nodes);
        };
    }
}
