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

    public ResponseCore {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(reply, "reply");
        Objects.requireNonNull(client, "client");
    }

    /** Whether both fix the same history at the same number of the same view. */
    public boolean samePlace(ResponseCore other) {
        return view == other.view && sequence == other.sequence && history.equals(other.history);
    }
}
