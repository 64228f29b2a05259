package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

    /** As {@link Model#knows}. */
    default boolean knows(String function) {
        return true;
    }

    /** As {@link Model#takesPart}. */
    default boolean takesPart(Call call) {
        return !call.failed();
    }

    /** As {@link Model#partition}. */
    default Optional<Function<Operation, Object>> partition() {
        return Optional.empty();
    }

    /** Why the call is illegal in all of these states, as {@link Model#refusal}. */
    default String refusal(Set<S> states, Call call) {
        return call.function() + " is not possible in any of the states " + states;
    }

    /** The deterministic model over sets of states that accepts the same sequences. */
    default Model<Set<S>> determinized() {
        return new Determinized<>(this);
    }
}
