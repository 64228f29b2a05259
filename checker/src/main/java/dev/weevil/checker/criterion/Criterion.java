package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.linearizability.Linearizability;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Verdict;

/** What a history of objects is held to. All methods may be called by any thread. */
public interface Criterion {

    /** Every operation takes effect at one moment between its invocation and its return. */
    Criterion LINEARIZABLE = new Named("linearizable", Linearizability::check);

    /** {@link SequentialConsistency}. */
    Criterion SEQUENTIAL = new Named("sequential", SequentialConsistency::check);

    /** {@link RegularRegister}. */
    Criterion REGULAR = new Named("regular", RegularRegister::check);

    /** {@link SingleExecution}. */
    Criterion EXACTLY_ONCE = new Named(
            "exactly-once",
            (operations, model, limits) -> SingleExecution.check(operations, model));

    /** {@link Staleness}: reads see one of the last so many values, at least 1. */
    static Criterion staleness(int bound) {
        Staleness staleness = new Staleness(bound);
        return new Named("staleness=" + bound, staleness::check);
    }

    /** As typed on a command line: {@code sequential}, {@code staleness=2}. */
    String name();

    /**
     * Whether the history is so.
     *
     * @throws IllegalArgumentException where the criterion says nothing about objects of this kind, or
     *     where the model refuses the history
     */
    Verdict check(Operations operations, Model<?> model, Limits limits);

    /**
     * The criterion of this name.
     *
     * @throws IllegalArgumentException where there is none, with all that there are
     */
    static Criterion named(String name) {
        if (name.matches("staleness=[1-9][0-9]{0,3}")) {
            return staleness(Integer.parseInt(name.substring(name.indexOf('=') + 1)));
        }
        return switch (name) {
            case "linearizable" -> LINEARIZABLE;
            case "sequential" -> SEQUENTIAL;
            case "regular" -> REGULAR;
            case "exactly-once" -> EXACTLY_ONCE;
            default ->
                throw new IllegalArgumentException("no criterion " + name
                        + "; expected linearizable, sequential, regular, staleness=K (K from 1 to"
                        + " 9999) or exactly-once");
        };
    }
}
