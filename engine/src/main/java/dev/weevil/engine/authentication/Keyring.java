package dev.weevil.engine.authentication;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.util.Collection;

/**
 * The keys one node holds: its own secrets, and what it needs to verify the others. Used by one
 * thread at a time.
 */
public interface Keyring {

    /** The node whose secrets these are. */
    NodeId owner();

    /** The owner's signature over the content. */
    Seal sign(Payload content);

    /** The owner's MAC over the content for each verifier. */
    Seal authenticate(Payload content, Collection<NodeId> verifiers);

    /**
     * Whether the seal proves to the owner that the author sealed the content: the author's signature,
     * or a vector with a good MAC for the owner. False for any other bytes, never an exception.
     */
    boolean verify(NodeId author, Payload content, Seal seal);

    /** Whether the seal is a signature of the author, which it could show to others as well. */
    default boolean verifySignature(NodeId author, Payload content, Seal seal) {
        return seal instanceof Seal.Signature && verify(author, content, seal);
    }

    /** What the owner has spent so far. */
    Spent spent();

    /**
     * Operations of each kind that a keyring performed: a cost that does not depend on the machine.
     *
     * @param macs codes computed, for sending or for verifying
     */
    record Spent(long signed, long verified, long macs) {}
}
