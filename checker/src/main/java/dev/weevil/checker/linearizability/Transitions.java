package dev.weevil.checker.linearizability;

/** What the operations of a part do to states, all by numbers; the first state is 0. One thread. */
interface Transitions {

    int ILLEGAL = -1;
    int NOTHING = -1;

    /** How many states a search can tell apart: what is left of its key beside the rest. */
    int MOST_STATES = (1 << 21) - 1;

    /** Whether the operation never changes a state. */
    boolean pure(int operation);

    /** Whether two operations do the same in every state. */
    boolean alike(int one, int other);

    /** The state after an operation, or {@link #ILLEGAL}. */
    int next(int state, int operation);

    /** Whether {@link #next} costs next to nothing; otherwise it is asked for as little as possible. */
    default boolean cheap() {
        return false;
    }

    /** The one state in which the operation is legal, or {@link #NOTHING} where that is not known. */
    default int needs(int operation) {
        return NOTHING;
    }

    /** The one state the operation leaves, or {@link #NOTHING} where that is not known. */
    default int makes(int operation) {
        return NOTHING;
    }

    /** Whether states only grow, but for operations that are neither pure nor grow them. */
    default boolean growing() {
        return false;
    }

    /** Whether an operation on a growing object makes it longer. */
    default boolean grows(int operation) {
        return false;
    }

    /** Whether an operation on a growing object returned the whole state. */
    default boolean isRead(int operation) {
        return false;
    }

    /** Whether a state of a growing object may grow into what a read saw. */
    default boolean mayGrowInto(int state, int read) {
        return true;
    }

    /** Whether what a read of a growing object saw may have begun with what this operation wrote. */
    default boolean mayBegin(int write, int read) {
        return true;
    }
}
