package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;

import java.util.Arrays;

/**
 * Numbers calls that are alike, of the same function, argument, outcome and result, so that whatever
 * treats them alike does so once. Open addressing over integers. One thread.
 */
final class Classes {

    private static final int SMALLEST = 256;

    /** By operation of the part: its class. */
    int[] of = new int[0];

    private int count;
    private int slots = SMALLEST;
    private int[] table = new int[SMALLEST];
    private long[] values = new long[SMALLEST];
    private int[] kinds = new int[SMALLEST];

    /** Numbers the calls of a part, and tells the transitions of each that is new. */
    void load(Operations operations, Chronology part, ModelTransitions<?> transitions) {
        if (of.length < part.size) {
            of = new int[part.size + part.size / 4];
        }
        for (int i = 0; i < part.size; i++) {
            int operation = part.original[i];
            int known = count;
            of[i] = number(operations, operation);
            if (count > known) {
                transitions.learn(operations.call(operation));
            }
        }
    }

    private int number(Operations operations, int operation) {
        long value = ((long) operations.argument(operation) << 32) | operations.result(operation);
        int kind = operations.function(operation) * 4 + Parts.rank(operations.outcome(operation));
        int slot = slot(value, kind);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        if (count == slots / 2) {
            grow();
            slot = slot(value, kind);
        }
        values[count] = value;
        kinds[count] = kind;
        table[slot] = ++count;
        return count - 1;
    }

    /** Where the class is, or is to be put. */
    private int slot(long value, int kind) {
        long hash = (value ^ ((long) kind << 60) ^ kind) * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 40) & (slots - 1);
        for (int found = table[slot]; found != 0; found = table[slot]) {
            if (values[found - 1] == value && kinds[found - 1] == kind) {
                return slot;
            }
            slot = (slot + 1) & (slots - 1);
        }
        return slot;
    }

    private void grow() {
        slots *= 2;
        table = new int[slots];
        values = Arrays.copyOf(values, slots);
        kinds = Arrays.copyOf(kinds, slots);
        for (int number = 0; number < count; number++) {
            table[slot(values[number], kinds[number])] = number + 1;
        }
    }
}
