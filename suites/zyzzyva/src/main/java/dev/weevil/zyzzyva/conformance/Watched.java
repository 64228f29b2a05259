package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.node.NodeId;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An attack on a network whose every link is shown, so that a live run, too, can be counted: a link
 * that no rule could touch is relayed there without being read.
 */
record Watched(Attack attack) implements Attack {

    @Override
    public Set<NodeId> corrupted() {
        return new TreeSet<>(attack.corrupted());
    }

    @Override
    public List<String> rules() {
        return attack.rules();
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return true;
    }

    @Override
    public Adversary begin(Powers powers) {
        return attack.begin(powers);
    }

    @Override
    public List<String> describe() {
        return attack.describe();
    }
}
