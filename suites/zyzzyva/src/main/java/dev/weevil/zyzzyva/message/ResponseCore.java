package dev.weevil.zyzzyva.message;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;

import java.util.Objects;

/**
 * What replicas must agree on for a request to complete: responses match if their cores are equal.
 *
 * @param history h_n
 * @param reply H(r), the digest of the result
 */
public record ResponseCore(
        long view, long sequence, Digest history, Digest reply, NodeId client, long timestamp) {

    /** H(r) of a replica that orders but does not execute: ⊥ (12.2). */
    public static final Digest NO_REPLY = Digest.ZERO;

    public ResponseCore {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(reply, "reply");
        Objects.requireNonNull(client, "client");
    }

    /** Whether it says which result the request has: a witness's does not. */
    public boolean replies() {
        return !reply.equals(NO_REPLY);
    }

    /** Whether both answer the same request at the same place, with whatever result. */
    public boolean sameOrder(ResponseCore other) {
        return samePlace(other) && client.equals(other.client) && timestamp == other.timestamp;
    }

    /** Whether both fix the same history at the same number of the same view. */
    public boolean samePlace(ResponseCore other) {
        return view == other.view && sequence == other.sequence && history.equals(other.history);
    }
}
