package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Verdict;

/**
 * Checks histories for linearizability: the one entry. Objects with different keys are checked by
 * themselves, as linearizability is local.
 *
 * <p>Threads: any; a check starts threads of its own only where {@link Limits#threads} asks for more
 * than one, and has ended them when it returns.
 */
public final class Linearizability {

    private Linearizability() {}

    /**
     * Valid with a witness, invalid with a counterexample, or unknown with the reason.
     *
     * @throws IllegalArgumentException where events do not pair up, or the model does not know a
     *     function of the history or the shape of its arguments
     */
    public static Verdict check(History history, Model<?> model, Limits limits) {
        return check(history.operations(), model, limits);
    }

    /** As {@link #check(History, Model, Limits)}, for operations already paired. */
    public static Verdict check(Operations operations, Model<?> model, Limits limits) {
        return Examination.of(operations, model, limits).verdict();
    }
}
