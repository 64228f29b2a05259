package dev.weevil.adversaries.network;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.node.NodeId;

import java.util.Collection;
import java.util.List;

/**
 * A network in two parts that do not hear each other, in either direction. Nodes that are in
 * neither part hear both. {@link Rule#until} heals it.
 */
public final class Partition {

    private static final String NAME = "partition";

    private Partition() {}

    /**
     * Cuts these nodes off from everybody else, clients included: what is sent meanwhile is lost.
     */
    public static Rule of(Collection<NodeId> side) {
        return cut(Link.around(side));
    }

    /** Cuts two parts off from each other: what is sent meanwhile is lost. */
    public static Rule between(Collection<NodeId> side, Collection<NodeId> other) {
        return cut(Link.between(side, other));
    }

    /**
     * Cuts two parts off from each other as a broken cable does: what is sent meanwhile arrives, in
     * its order, when it is mended.
     */
    public static Rule holding(Collection<NodeId> side, Collection<NodeId> other, When mended) {
        return Rule.of(NAME, "holds messages", Link.between(side, other), Damming::new)
                .until(mended);
    }

    private static Rule cut(Link links) {
        Behaviour cutting = Behaviour.each((envelope, hand) -> List.of(hand.drop(envelope)));
        return Rule.of(NAME, "cuts the links, dropping messages", links, cutting);
    }
}
