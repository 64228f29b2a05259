package dev.weevil.engine.live;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** An attack of one rule, {@code meddling}, written in the test that needs it. */
record Meddling(
        Set<NodeId> corrupted,
        BiPredicate<NodeId, NodeId> scope,
        Function<Powers, Adversary> adversary)
        implements Attack {

    static final String RULE = "meddling";

    /** On every link, with what it answers to each envelope. */
    static Meddling everywhere(
            Set<NodeId> corrupted, BiFunction<Powers, Envelope, List<Act>> acts) {
        return new Meddling(
                corrupted,
                (from, to) -> true,
                powers -> seen -> seen instanceof Observation.Sent sent
                        ? acts.apply(powers, sent.envelope())
                        : List.of());
    }

    /** On no link, but with processes. */
    static Meddling withProcesses(Function<Powers, Adversary> adversary) {
        return new Meddling(Set.of(), (from, to) -> false, adversary);
    }

    static Act pass(Envelope envelope) {
        return new Act.Deliver(envelope, Duration.ZERO, List.of());
    }

    static Act pass(Envelope envelope, Touch.Kind kind) {
        return new Act.Deliver(envelope, Duration.ZERO, touched(kind));
    }

    static List<Touch> touched(Touch.Kind kind) {
        return List.of(new Touch(RULE, kind));
    }

    @Override
    public List<String> rules() {
        return List.of(RULE);
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return scope.test(from, to);
    }

    @Override
    public Adversary begin(Powers powers) {
        return adversary.apply(powers);
    }

    @Override
    public List<String> describe() {
        return rules();
    }
}
