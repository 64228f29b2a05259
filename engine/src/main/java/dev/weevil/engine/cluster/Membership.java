package dev.weevil.engine.cluster;

import dev.weevil.engine.node.NodeId;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who takes part in a run.
 *
 * @param replicas n, how many replicas there are
 * @param faults f, how many of them may be faulty while the system still keeps its promise
 * @param clients how many clients use it at once
 */
public record Membership(int replicas, int faults, int clients) {

    public Membership {
        if (replicas < 1 || faults < 0 || faults >= replicas || clients < 1) {
            throw new IllegalArgumentException(
                    "expected replicas >= 1, 0 <= faults < replicas and clients >= 1, found n="
                            + replicas + ", f=" + faults + ", clients=" + clients);
        }
    }

    /** n = 3f+1. */
    public static Membership byzantine(int faults, int clients) {
        return new Membership(3 * faults + 1, faults, clients);
    }

    /** n = 5f+1: enough for protocols that decide in one round in spite of f silent replicas. */
    public static Membership fivefold(int faults, int clients) {
        return new Membership(5 * faults + 1, faults, clients);
    }

    public List<NodeId> replicaIds() {
        return IntStream.range(0, replicas).mapToObj(NodeId::replica).toList();
    }

    public List<NodeId> clientIds() {
        return IntStream.range(0, clients).mapToObj(NodeId::client).toList();
    }

    /** Replicas, then clients. */
    public List<NodeId> nodes() {
        List<NodeId> all = new ArrayList<>(replicaIds());
        all.addAll(clientIds());
        return List.copyOf(all);
    }
}
