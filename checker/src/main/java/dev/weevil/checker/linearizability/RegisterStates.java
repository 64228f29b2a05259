package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;

import java.util.Arrays;

/** The values of a register as its states. */
final class RegisterStates {

    private final Operations operations;
    private final Object initial;
    private final RegisterFunction[] functions;
    private final StateNumbers numbers = new StateNumbers();
    private boolean[] written = new boolean[64];
    private boolean distinct;

    RegisterStates(Operations operations, Object initial) {
        this.operations = operations;
        this.initial = initial;
        this.functions = RegisterFunction.of(operations);
    }

    /** Whether all operations of the part are understood; then the changes say all there is of it. */
    boolean fill(Problem problem, StateChanges changes) {
        Chronology part = problem.chronology();
        changes.reset(part.size);
        numbers.reset(operations.values(), initial);
        Arrays.fill(written, 0, Math.min(written.length, 2 * part.size + 1), false);
        written[StateChanges.INITIAL] = true;
        distinct = true;
        for (int i = 0; i < part.size; i++) {
            if (!add(part.original[i], i, changes)) {
                return false;
            }
        }
        changes.countStates(numbers.count());
        return numbers.count() <= Transitions.MOST_STATES || distinct;
    }

    /** Whether no value is written twice, and whatever was seen was one value. */
    boolean areDistinct() {
        return distinct;
    }

    private boolean add(int operation, int i, StateChanges changes) {
        switch (functions[operations.function(operation)]) {
            case READ -> changes.see(i, numbers.of(operations.result(operation)));
            case WRITE -> leave(i, operations.argument(operation), changes);
            case CAS -> {
                int expected = operations.expected(operation);
                if (expected < 0) {
                    return false;
                }
                if (operations.outcome(operation) == Outcome.FAIL) {
                    changes.refuse(i, numbers.of(expected));
                    distinct = false;
                } else {
                    changes.see(i, numbers.of(expected));
                    leave(i, operations.replacement(operation), changes);
                }
            }
            case OTHER -> {
                return false;
            }
        }
        return true;
    }

    private void leave(int i, int value, StateChanges changes) {
        int state = numbers.of(value);
        changes.leave(i, state);
        if (state >= written.length) {
            written = Arrays.copyOf(written, state * 2);
        }
        distinct &= !written[state];
        written[state] = true;
    }
}
