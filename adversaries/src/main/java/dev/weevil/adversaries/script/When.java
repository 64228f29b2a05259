package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** A moment of a run. Immutable. */
public interface When {

    /** A watch over one run: true from the observation on at which the moment has come. */
    Predicate<Observation> watch();

    /** When to look at the latest, for a moment that is a time. */
    default Optional<Duration> alarm() {
        return Optional.empty();
    }

    /** Whether what travels on this link has to be seen to know the moment. */
    default boolean touches(NodeId from, NodeId to) {
        return false;
    }

    /** {@code after 5 s}, {@code after 50 operations}. */
    String inWords();

    /** So long after the start of the run. */
    static When after(Duration time) {
        return new Moments.Elapsed(time);
    }

    /** When correct and other clients together have seen so many operations end, well or not. */
    static When completed(int operations) {
        return new Moments.Completed(operations);
    }

    /** When this client has seen so many operations end, well or not. */
    static When completedBy(NodeId client, int operations) {
        return new Moments.CompletedBy(client, operations);
    }

    /** When the first envelope of the scope is about to travel. */
    static When sent(Scope scope) {
        return new Moments.Sent(scope);
    }
}
