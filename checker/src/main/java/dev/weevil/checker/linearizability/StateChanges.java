package dev.weevil.checker.linearizability;

import java.util.Arrays;

/**
 * What each operation of a part saw and left, as ids of states no two operations leave alike; the first
 * state is 0.
 */
final class StateChanges {

    static final int NOTHING = -1;
    static final int INITIAL = 0;

    private int[] saw = new int[0];
    private int[] left = new int[0];
    private int states;

    void reset(int operations) {
        if (saw.length < operations) {
            saw = new int[operations + operations / 4];
            left = new int[saw.length];
        }
        Arrays.fill(saw, 0, operations, NOTHING);
        Arrays.fill(left, 0, operations, NOTHING);
        states = 1;
    }

    int newState() {
        return states++;
    }

    int states() {
        return states;
    }

    void see(int operation, int state) {
        saw[operation] = state;
    }

    void leave(int operation, int state) {
        left[operation] = state;
    }

    /** The state an operation took effect in, or {@link #NOTHING} where any would do. */
    int saw(int operation) {
        return saw[operation];
    }

    /** The state an operation left, or {@link #NOTHING} where it left all as it was. */
    int left(int operation) {
        return left[operation];
    }
}
