package dev.weevil.checker.agreement;

import java.util.Objects;

/**
 * One correct replica holds one value to be decided at one position of the order.
 *
 * @param position from 0 or 1, as the protocol counts
 * @param value a digest or other name of the value; equal for equal values only
 */
public record Decision(String replica, long position, String value) {

    public Decision {
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(value, "value");
        if (position < 0) {
            throw new IllegalArgumentException(replica + " decided at position " + position);
        }
    }

    @Override
    public String toString() {
        return replica + " decided " + value + " at " + position;
    }
}
