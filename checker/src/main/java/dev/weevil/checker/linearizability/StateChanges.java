package dev.weevil.checker.linearizability;

import java.util.Arrays;

/**
 * What each operation of a part saw and left, as numbers of states; the first state is 0. Where states
 * are values, as of a register, that is all there is to know of their transitions. Reused.
 */
final class StateChanges implements Transitions {

    static final int INITIAL = 0;

    private int[] saw = new int[0];
    private int[] left = new int[0];
    private int[] refused = new int[0];
    private int states;

    void reset(int operations) {
        if (saw.length < operations) {
            saw = new int[operations + operations / 4];
            left = new int[saw.length];
            refused = new int[saw.length];
        }
        Arrays.fill(saw, 0, operations, NOTHING);
        Arrays.fill(left, 0, operations, NOTHING);
        Arrays.fill(refused, 0, operations, NOTHING);
        states = 1;
    }

    int newState() {
        return states++;
    }

    /** There are this many states. */
    void countStates(int count) {
        states = count;
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

    /** The operation took effect in any state but this one. */
    void refuse(int operation, int state) {
        refused[operation] = state;
    }

    /** The state an operation took effect in, or {@link #NOTHING} where several would do. */
    int saw(int operation) {
        return saw[operation];
    }

    /** The state an operation left, or {@link #NOTHING} where it left all as it was. */
    int left(int operation) {
        return left[operation];
    }

    @Override
    public boolean pure(int operation) {
        return left[operation] < 0;
    }

    @Override
    public boolean alike(int one, int other) {
        return left[one] == left[other] && saw[one] == saw[other] && refused[one] == refused[other];
    }

    @Override
    public int next(int state, int operation) {
        int needed = saw[operation];
        if ((needed >= 0 && needed != state) || refused[operation] == state) {
            return ILLEGAL;
        }
        return left[operation] < 0 ? state : left[operation];
    }

    @Override
    public boolean cheap() {
        return true;
    }

    @Override
    public int needs(int operation) {
        return saw[operation];
    }

    @Override
    public int makes(int operation) {
        return left[operation];
    }
}
