package dev.weevil.adversaries.byzantine;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.engine.node.NodeId;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Several nodes with one mind: they hear what any of them hears and sign in each other's name:
 * {@code Collusion.of(R0, R1).doing("split-brain", words, behaviour)}.
 */
public final class Collusion {

    private final Set<NodeId> members;

    private Collusion(Set<NodeId> members) {
        this.members = members;
    }

    public static Collusion of(NodeId... members) {
        return new Collusion(new TreeSet<>(Arrays.asList(members)));
    }

    /**
     * A plan over everything the members send and receive.
     *
     * @param words what they do, so that a scope can follow: {@code answer twice messages}
     */
    public Rule doing(String name, String words, Behaviour plan) {
        NodeId[] all = members.toArray(new NodeId[0]);
        return doing(name, words, Link.touching(all), plan);
    }

    /** A plan over what the scope covers, for networks that listen in on others as well. */
    public Rule doing(String name, String words, Scope scope, Behaviour plan) {
        return Rule.of(name, words, members, scope, plan);
    }
}
