package dev.weevil.engine.network;

import dev.weevil.engine.node.NodeId;

import java.util.List;
import java.util.Set;

/**
 * A script: what an adversary will do, as an immutable value that serves any number of runs, simulated
 * or live.
 */
public interface Attack {

    /** The nodes it owns, keys included. */
    Set<NodeId> corrupted();

    /** The names of its rules, in order, each once. */
    List<String> rules();

    /**
     * Whether any rule could touch what travels on this link. A link for which this is false is
     * relayed without being decoded or shown.
     */
    boolean touches(NodeId from, NodeId to);

    /** The adversary of one run, knowing nothing yet. */
    Adversary begin(Powers powers);

    /** In words, for the report: one sentence per rule. */
    List<String> describe();

    /** Both, one behind the other: all that this one delivers passes the next one as well. */
    default Attack then(Attack next) {
        return Stages.of(this, next);
    }

    /** No corrupted node, no rule. */
    static Attack none() {
        return Stages.NONE;
    }
}
