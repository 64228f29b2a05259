package dev.weevil.adversaries.byzantine;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.engine.node.NodeId;

import java.util.List;
import java.util.Set;

/** Nodes that hear but do not speak. */
public final class Silence {

    private Silence() {}

    /** A node of which nothing is heard; {@code on(Link.to(..))} makes it mute to some only. */
    public static Rule of(NodeId mute) {
        Behaviour silent = Behaviour.each((envelope, hand) -> List.of(hand.drop(envelope)));
        return Rule.of("silence-" + mute, "drops messages", Set.of(mute), Link.from(mute), silent);
    }

    /** A node that keeps some messages to itself, and else behaves. */
    public static Rule withholding(NodeId node, Scope messages) {
        return of(node).on(messages).named("withholding-" + node);
    }
}
