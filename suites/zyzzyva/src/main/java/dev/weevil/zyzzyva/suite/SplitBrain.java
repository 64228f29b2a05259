package dev.weevil.zyzzyva.suite;

import dev.weevil.adversaries.byzantine.Collusion;
import dev.weevil.adversaries.network.Partition;
import dev.weevil.adversaries.script.Link;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.node.NodeId;

import java.util.ArrayList;
import java.util.List;

/**
 * A primary and its accomplices that lead two lives. Their own code serves {@code r2}, {@code c0}
 * and {@code c1}; towards {@code r3} and {@code c2}, whom the network keeps from the others, the
 * primary orders requests in a second history, and all of them answer there as {@code r3} does.
 *
 * <p>With f+1 liars both sides find 2f+1 answers to everything, and two correct replicas commit two
 * histories. With f liars the second side lacks one answer for ever.
 */
final class SplitBrain {

    private static final NodeId BACKUP = NodeId.replica(3);
    private static final NodeId CLIENT = NodeId.client(2);
    private static final List<NodeId> FAR_SIDE = List.of(BACKUP, CLIENT);
    private static final List<NodeId> EVERYBODY_ELSE = List.of(
            NodeId.replica(0),
            NodeId.replica(1),
            NodeId.replica(2),
            NodeId.client(0),
            NodeId.client(1));

    private SplitBrain() {}

    /**
     * The script for these liars.
     *
     * @param primary of view 0, one of the liars
     */
    static Attack by(NodeId primary, List<NodeId> liars) {
        List<NodeId> honest = new ArrayList<>(EVERYBODY_ELSE);
        honest.removeAll(liars);
        return Partition.between(honest, FAR_SIDE)
                .then(Collusion.of(liars.toArray(new NodeId[0]))
                        .doing(
                                "split-brain",
                                "leads a second life in messages",
                                Link.touching(BACKUP, CLIENT),
                                hand -> new SecondLife(hand, primary, liars, BACKUP)));
    }
}
