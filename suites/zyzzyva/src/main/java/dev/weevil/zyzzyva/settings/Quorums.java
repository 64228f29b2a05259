package dev.weevil.zyzzyva.settings;

import dev.weevil.engine.node.NodeId;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The sizes of sections 1.1 and 13: the one place where they come from.
 *
 * <p>In words: any two {@link #strong} sets share a correct replica, one of {@link #weak} replicas is
 * correct, and what completed on the fast path is held by {@link #carry} correct members of every
 * strong set, while a rival can be shown by fewer.
 *
 * @param faults f
 * @param witnesses how many replicas order but do not execute (12.2): those of the highest indices
 */
public record Quorums(Variant variant, int faults, int witnesses) {

    public Quorums {
        if (faults < 0 || faults > 100) {
            throw new IllegalArgumentException("expected 0 <= f <= 100, found " + faults);
        }
        int most = variant.replicas(faults) - (2 * faults + 1);
        if (witnesses < 0 || witnesses > most) {
            throw new IllegalArgumentException(
                    "setting witnesses: expected 0 to " + most + ", found " + witnesses);
        }
    }

    /** Of n = 3f+1 replicas. */
    public Quorums(int faults) {
        this(Variant.ZYZZYVA, faults, 0);
    }

    /** All of which execute. */
    public Quorums(Variant variant, int faults) {
        this(variant, faults, 0);
    }

    /** n: 3f+1, or 5f+1. */
    public int all() {
        return variant.replicas(faults);
    }

    /** How many replicas have the service's state: 2f+1 at least, so that f+1 correct ones do. */
    public int executing() {
        return all() - witnesses;
    }

    /** Whether the replica has the service's state; a witness only orders. */
    public boolean executes(NodeId replica) {
        return isReplica(replica) && replica.index() < executing();
    }

    /** How many matching responses complete a request at once: all of 3f+1, or 4f+1 of 5f+1. */
    public int fast() {
        return variant == Variant.ZYZZYVA5 ? 4 * faults + 1 : all();
    }

    /** Certificates, view changes and checkpoints: 2f+1 of 3f+1, or 4f+1 of 5f+1. */
    public int strong() {
        return variant == Variant.ZYZZYVA5 ? 4 * faults + 1 : 2 * faults + 1;
    }

    /** How many of a strong set must report an item for it to be carried over: f+1, or 2f+1. */
    public int carry() {
        return variant == Variant.ZYZZYVA5 ? 2 * faults + 1 : faults + 1;
    }

    /** f+1 in either variant: one of them is correct. */
    public int weak() {
        return faults + 1;
    }

    /** The primary of a view. */
    public NodeId primary(long view) {
        return NodeId.replica((int) (view % all()));
    }

    /** 12.7: the primary of the view and those after it, as many as complete a request at once. */
    public List<NodeId> preferred(long view) {
        return LongStream.range(view, view + fast()).mapToObj(this::primary).toList();
    }

    /** Whether the node is one of the cluster's replicas. */
    public boolean isReplica(NodeId node) {
        return node.isReplica() && node.index() < all();
    }
}
