package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;

import java.util.Set;

/**
 * A sequential specification in which a call may leave one of several states. Checked through {@link
 * #determinized()}, whose states are sets of states. Otherwise as {@link Model}.
 */
public interface NondeterministicModel<S> {

    String name();

    /** The possible states before the first operation; at least one. */
    Set<S> initial();

    /** The possible states after a call; none where it could not have answered as it did. */
    Set<S> steps(S state, Call call);

    /** As {@link Model#pure}: no successor but the state itself. */
    default boolean pure(Call call) {
        return false;
    }

    /** As {@link Model#knows}. */
    default boolean knows(String function) {
        return true;
    }

    /** As {@link Model#takesPart}. */
    default boolean takesPart(Call call) {
        return !call.failed();
    }

    /** The deterministic model over sets of states that accepts the same sequences. */
    default Model<Set<S>> determinized() {
        return new Determinized<>(this);
    }
}
