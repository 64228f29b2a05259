package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.history.Values;
import dev.weevil.checker.model.Models;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a register as its states. */
final class RegisterStates {

    private enum Kind {
        READ,
        WRITE,
        CAS,
        OTHER
    }

    private final Operations operations;
    private final Values values;
    private final Kind[] kinds;
    private final int initial;
    private final Map<Object, Integer> others = new HashMap<>();
    private int[] stateOf = new int[0];
    private int[] stamp = new int[0];
    private int round;

    RegisterStates(Operations operations, Object first) {
        this.operations = operations;
        this.values = operations.values();
        this.kinds = operations.functions().stream().map(RegisterStates::kind).toArray(Kind[]::new);
        this.initial = id(first.equals(Models.NIL) ? null : first);
    }

    private static Kind kind(String function) {
        return switch (function) {
            case "read", "get" -> Kind.READ;
            case "write", "put" -> Kind.WRITE;
            case "cas" -> Kind.CAS;
            default -> Kind.OTHER;
        };
    }

    /** Whether all operations of the part are understood, and no value is written twice. */
    boolean fill(Problem problem, StateChanges changes) {
        Chronology part = problem.chronology();
        changes.reset(part.size);
        round++;
        claim(initial, StateChanges.INITIAL);
        boolean[] written = new boolean[0];
        for (int i = 0; i < part.size; i++) {
            if (!add(part.original[i], i, changes)) {
                return false;
            }
            int left = changes.left(i);
            if (left >= 0) {
                if (left >= written.length) {
                    written = Arrays.copyOf(written, Math.max(64, left * 2));
                    written[StateChanges.INITIAL] = true;
                }
                if (written[left]) {
                    return false;
                }
                written[left] = true;
            }
        }
        return true;
    }

    private boolean add(int operation, int i, StateChanges changes) {
        switch (kinds[operations.function(operation)]) {
            case READ -> changes.see(i, state(operations.result(operation), changes));
            case WRITE -> changes.leave(i, state(operations.argument(operation), changes));
            case CAS -> {
                if (!(values.get(operations.argument(operation)) instanceof List<?> pair)
                        || pair.size() != 2
                        || operations.outcome(operation) == Outcome.FAIL) {
                    return false;
                }
                changes.see(i, state(id(pair.get(0)), changes));
                changes.leave(i, state(id(pair.get(1)), changes));
            }
            case OTHER -> {
                return false;
            }
        }
        return true;
    }

    /** The id of a value, also of one that only occurs inside the pair of a cas. */
    private int id(Object value) {
        int known = values.find(value);
        return known >= 0
                ? known
                : values.size() + others.computeIfAbsent(value, unseen -> others.size());
    }

    private int state(int id, StateChanges changes) {
        if (id >= stamp.length || stamp[id] != round) {
            claim(id, changes.newState());
        }
        return stateOf[id];
    }

    private void claim(int id, int state) {
        if (id >= stamp.length) {
            int capacity = Math.max(values.size() + 16, id + id / 4 + 1);
            stamp = Arrays.copyOf(stamp, capacity);
            stateOf = Arrays.copyOf(stateOf, capacity);
        }
        stamp[id] = round;
        stateOf[id] = state;
    }
}
