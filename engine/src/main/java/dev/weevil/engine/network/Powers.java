package dev.weevil.engine.network;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;

import java.util.List;
import java.util.Set;

/** What the adversary of one run may use. */
public interface Powers {

    /** Every replica, in order. */
    List<NodeId> replicas();

    /** Every client, in order. */
    List<NodeId> clients();

    /** The nodes it owns. */
    Set<NodeId> corrupted();

    /**
     * The secrets of a corrupted node.
     *
     * @throws IllegalArgumentException naming the node, if it is not corrupted
     */
    Keyring keysOf(NodeId node);

    /** The randomness of the rule of this name. */
    Seed seed(String rule);

    /** A number for an envelope that the adversary sends on its own account. */
    long nextEnvelope();

    /** The draw of one rule on one envelope: of its seed, label and link alone, not of when it came. */
    default Seed decision(String rule, Envelope envelope) {
        return seed(rule)
                .and(envelope.label().type().hashCode())
                .and(envelope.label().view())
                .and(envelope.label().sequence())
                .and(envelope.label().occurrence())
                .and(envelope.from().hashCode())
                .and(envelope.to().hashCode());
    }
}
