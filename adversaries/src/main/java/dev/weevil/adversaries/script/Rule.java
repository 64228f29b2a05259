package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One rule of a script: a scope, the time it is in force, and what it does then. An envelope
 * outside of either passes as if the rule were not there.
 */
public final class Rule implements Attack {

    private final String name;
    private final String words;
    private final Set<NodeId> corrupted;
    private final Behaviour behaviour;
    private final Limits limits;

    /** What narrows a rule down. */
    record Limits(Scope scope, double share, Optional<When> from, Optional<When> until) {
        static Limits of(Scope scope) {
            return new Limits(scope, 1, Optional.empty(), Optional.empty());
        }
    }

    private Rule(
            String name, String words, Set<NodeId> corrupted, Behaviour behaviour, Limits limits) {
        this.name = name;
        this.words = words;
        this.corrupted = Collections.unmodifiableSet(new TreeSet<>(corrupted));
        this.behaviour = behaviour;
        this.limits = limits;
    }

    /**
     * A rule that uses the network's power only.
     *
     * @param name unique in its attack; the rule's randomness is drawn under it
     * @param words what it does, so that the scope can follow: {@code drops messages}
     */
    public static Rule of(String name, String words, Scope scope, Behaviour behaviour) {
        return of(name, words, Set.of(), scope, behaviour);
    }

    /** A rule that owns nodes: it may sign in their name. */
    public static Rule of(
            String name, String words, Set<NodeId> corrupted, Scope scope, Behaviour behaviour) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
            throw new IllegalArgumentException(
                    "expected a rule's name of letters, digits, dots and dashes, found '" + name
                            + "'");
        }
        return new Rule(name, words, corrupted, behaviour, Limits.of(scope));
    }

    /** The same rule under another name, and so with other draws. */
    public Rule named(String other) {
        return of(other, words, corrupted, limits.scope(), behaviour).limited(limits);
    }

    /** Only what this scope covers as well. */
    public Rule on(Scope scope) {
        return limited(new Limits(
                limits.scope().and(scope), limits.share(), limits.from(), limits.until()));
    }

    /** Only what this scope covers as well: {@link #on} for scopes that read as a time. */
    public Rule during(Scope scope) {
        return on(scope);
    }

    /** In force from this moment on, whatever it was before. */
    public Rule from(When moment) {
        return limited(
                new Limits(limits.scope(), limits.share(), Optional.of(moment), limits.until()));
    }

    /** In force until this moment; what it holds then it releases. */
    public Rule until(When moment) {
        return limited(
                new Limits(limits.scope(), limits.share(), limits.from(), Optional.of(moment)));
    }

    /** In force between these times of the run. */
    public Rule between(Duration from, Duration until) {
        return from(When.after(from)).until(When.after(until));
    }

    /**
     * Only for a share of the envelopes, chosen by the rule's draw on each.
     *
     * @param share in 0..1
     */
    public Rule sometimes(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + ": expected a share in 0..1, found " + share);
        }
        return limited(new Limits(limits.scope(), share, limits.from(), limits.until()));
    }

    private Rule limited(Limits other) {
        return new Rule(name, words, corrupted, behaviour, other);
    }

    public String name() {
        return name;
    }

    @Override
    public Set<NodeId> corrupted() {
        return corrupted;
    }

    @Override
    public List<String> rules() {
        return List.of(name);
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return limits.scope().touches(from, to)
                || limits.from().filter(when -> when.touches(from, to)).isPresent()
                || limits.until().filter(when -> when.touches(from, to)).isPresent();
    }

    @Override
    public Adversary begin(Powers powers) {
        Hand hand = new Hand(name, powers);
        return new RuleInForce(limits, hand, behaviour.begin(hand));
    }

    /** One sentence: the name, what it does, to what, how often and when. */
    @Override
    public List<String> describe() {
        StringBuilder sentence = new StringBuilder(name).append(": ").append(words);
        if (!limits.scope().equals(Scope.all())) {
            sentence.append(' ').append(limits.scope().inWords());
        }
        if (limits.share() < 1) {
            sentence.append(", ").append(Wording.share(limits.share())).append(" of them");
        }
        limits.from().ifPresent(when -> sentence.append(", ").append(when.inWords()));
        limits.until().ifPresent(when -> sentence.append(", ends ").append(when.inWords()));
        return List.of(sentence.toString());
    }

    @Override
    public String toString() {
        return describe().get(0);
    }
}
