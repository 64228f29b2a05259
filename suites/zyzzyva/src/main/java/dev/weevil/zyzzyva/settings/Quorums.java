package dev.weevil.zyzzyva.settings;

import dev.weevil.engine.node.NodeId;

/**
 * The sizes of section 1.1 for n = 3f+1 replicas.
 *
 * @param faults f
 */
public record Quorums(int faults) {

    public Quorums {
        if (faults < 0 || faults > 100) {
            throw new IllegalArgumentException("expected 0 <= f <= 100, found " + faults);
        }
    }

    /** 3f+1: everybody, as the fast path needs. */
    public int all() {
        return 3 * faults + 1;
    }

    /** 2f+1: two such sets share a correct replica. */
    public int strong() {
        return 2 * faults + 1;
    }

    /** f+1: one of them is correct. */
    public int weak() {
        return faults + 1;
    }

    /** The primary of a view. */
    public NodeId primary(long view) {
        return NodeId.replica((int) (view % all()));
    }

    /** Whether the node is one of the cluster's replicas. */
    public boolean isReplica(NodeId node) {
        return node.isReplica() && node.index() < all();
    }
}
