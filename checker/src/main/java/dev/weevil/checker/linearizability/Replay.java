package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.model.Model;

import java.util.BitSet;
import java.util.Optional;

/**
 * Verifies orders that engines found, by the model alone: every operation that returned is in its part's
 * order, once, legal where it stands, and after all that returned before its call.
 */
final class Replay<S> {

    private static final int STEPS_BETWEEN_LOOKS = 64;

    private final Operations operations;
    private final Model<S> model;
    private final Interruption interruption;
    private long replayed;

    Replay(Operations operations, Model<S> model, Interruption interruption) {
        this.operations = operations;
        this.model = model;
        this.interruption = interruption;
    }

    /** How many operations have been found in order. */
    long replayed() {
        return replayed;
    }

    /**
     * Replays the order of one part.
     *
     * @throws IllegalStateException where it is no legal order: a mistake of an engine, or a model that
     *     is not what it says it is
     * @throws Interruption.Interrupted where the limits end it
     */
    void verify(int[] members, int[] order) {
        BitSet placed = new BitSet();
        S state = model.initial();
        int moment = 0;
        for (int i : order) {
            if (++replayed % STEPS_BETWEEN_LOOKS == 0) {
                interruption.check();
            }
            Operation operation = operations.get(i);
            Optional<S> after = model.step(state, operation.call());
            moment = Math.max(moment, operations.invoked(i));
            if (after.isEmpty()) {
                throw broken(operation, model.refusal(state, operation.call()));
            }
            if (placed.get(i) || moment > operations.returned(i)) {
                throw broken(operation, "it comes twice, or after what it preceded");
            }
            placed.set(i);
            state = after.get();
        }
        for (int i : members) {
            if (operations.outcome(i) != Outcome.INFO && !placed.get(i)) {
                throw broken(operations.get(i), "it is missing");
            }
        }
    }

    private IllegalStateException broken(Operation operation, String why) {
        return new IllegalStateException("an order found legal is not: " + operation + ": " + why
                + "; is the model " + model.name()
                + " a function, and pure and overwriting only where"
                + " it says so?");
    }
}
