package dev.weevil.checker.history;

/**
 * The closed interval in which an operation took effect: positions of its two events in the history.
 *
 * @param invoked position of the invocation, from 0
 * @param returned position of the completion, {@link #OPEN} where the operation may take effect at
 *     any later time
 */
public record Interval(int invoked, int returned) {

    /** Later than every event: the return of an operation that never returned. */
    public static final int OPEN = Integer.MAX_VALUE;

    public Interval {
        if (invoked < 0 || returned < invoked) {
            throw new IllegalArgumentException(
                    "invoked at " + invoked + ", returned at " + returned);
        }
    }

    public boolean isOpen() {
        return returned == OPEN;
    }

    /** Whether this ended before the other began; touching intervals are concurrent. */
    public boolean precedes(Interval other) {
        return returned < other.invoked;
    }
}
