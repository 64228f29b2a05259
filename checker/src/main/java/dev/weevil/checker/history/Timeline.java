package dev.weevil.checker.history;

import java.util.Arrays;

/** Puts the events of some operations in order. */
final class Timeline {

    /** Where a history has this many times more events than matter, these are sorted. */
    private static final int SPARSE = 8;

    private Timeline() {}

    static int[] of(Operations operations) {
        int total = 0;
        for (int i = 0; i < operations.size(); i++) {
            total += operations.returned(i) == Interval.OPEN ? 1 : 2;
        }
        return operations.events() <= SPARSE * (long) total
                ? byPosition(operations, total)
                : sorted(operations, total);
    }

    private static int[] byPosition(Operations operations, int total) {
        int[] at = new int[operations.events()];
        for (int i = 0; i < operations.size(); i++) {
            at[operations.invoked(i)] = 2 * i + 1;
            if (operations.returned(i) != Interval.OPEN) {
                at[operations.returned(i)] = 2 * i + 2;
            }
        }
        int[] timeline = new int[total];
        int size = 0;
        for (int moment : at) {
            if (moment != 0) {
                timeline[size++] = moment - 1;
            }
        }
        return timeline;
    }

    private static int[] sorted(Operations operations, int total) {
        long[] at = new long[total];
        int size = 0;
        for (int i = 0; i < operations.size(); i++) {
            at[size++] = ((long) operations.invoked(i) << 32) | (2L * i);
            if (operations.returned(i) != Interval.OPEN) {
                at[size++] = ((long) operations.returned(i) << 32) | (2L * i + 1);
            }
        }
        Arrays.sort(at);
        int[] timeline = new int[total];
        for (int i = 0; i < total; i++) {
            timeline[i] = (int) at[i];
        }
        return timeline;
    }
}
