package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;

import java.util.Optional;
import java.util.function.Function;

/**
 * A deterministic sequential specification, for users to implement: states of type {@code S}, and for
 * each call the state after it. A counter that forbids overdrafts is ten lines; see {@code
 * ModelExampleTest}. For several possible successors implement {@link NondeterministicModel}.
 *
 * <p>States are immutable, compare by content and are never {@code null}. All methods are functions
 * of their arguments; checkers call them from several threads, once per distinct pair of state and
 * call.
 */
public interface Model<S> {

    /** A name to show, as in {@code cas-register}. */
    String name();

    /** The state before the first operation, the same for every partition. */
    S initial();

    /**
     * The state after a call, or empty where the call could not have answered as it did. An
     * indeterminate call ({@link Call#indeterminate}) has no result to compare; where it could have
     * done nothing, answering empty or the unchanged state is equally right.
     */
    Optional<S> step(S state, Call call);

    /** Whether the call never changes a state in which it is legal. Claiming it falsely is unsound. */
    default boolean pure(Call call) {
        return false;
    }

    /**
     * Whether the call is legal in every state and the state after it does not depend on the state
     * before. Claiming it falsely is unsound.
     */
    default boolean overwrites(Call call) {
        return false;
    }

    /** Whether the object has this function; a history with another one is refused. */
    default boolean knows(String function) {
        return true;
    }

    /**
     * Whether the call tells anything at all. By default a failed one is dropped, as it certainly did
     * not happen; a model may keep it as an observation, or drop reads that returned nothing known.
     */
    default boolean takesPart(Call call) {
        return !call.failed();
    }

    /**
     * The independent object an operation belongs to; empty as a whole where it is the key of the
     * history. Objects are checked one by one, each from the initial state.
     */
    default Optional<Function<Operation, Object>> partition() {
        return Optional.empty();
    }

    /** Why the call is illegal in this state, as in {@code read 3 where the register holds 5}. */
    default String refusal(S state, Call call) {
        return call.function() + " is not possible in state " + state;
    }

    /** The well-known object this exactly is, if any: a licence to use a faster engine. */
    default Family family() {
        return Family.GENERAL;
    }
}
