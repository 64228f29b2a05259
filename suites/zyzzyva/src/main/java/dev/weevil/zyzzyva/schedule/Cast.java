package dev.weevil.zyzzyva.schedule;

import dev.weevil.engine.node.NodeId;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Who plays: four replicas unless a schedule says otherwise, and clients, counted from 0. */
final class Cast {

    static final NodeId R0 = NodeId.replica(0);
    static final NodeId R1 = NodeId.replica(1);
    static final NodeId R2 = NodeId.replica(2);
    static final NodeId R3 = NodeId.replica(3);
    static final NodeId C0 = NodeId.client(0);
    static final NodeId C1 = NodeId.client(1);
    static final NodeId C2 = NodeId.client(2);

    private Cast() {}

    static NodeId[] these(List<NodeId> nodes) {
        return nodes.toArray(new NodeId[0]);
    }

    /** Every replica of so many that is not among these. */
    static NodeId[] othersThan(List<NodeId> these, int replicas) {
        List<NodeId> others = new ArrayList<>(
                IntStream.range(0, replicas).mapToObj(NodeId::replica).toList());
        others.removeAll(these);
        return these(others);
    }
}
