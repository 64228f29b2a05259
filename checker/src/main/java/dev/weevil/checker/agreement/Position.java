package dev.weevil.checker.agreement;

import java.util.Objects;

/**
 * Somebody stands at the end of a history.
 *
 * @param who a clause that says who holds what, where: {@code c1 completed number 3 in view 0}
 * @param length how many steps the history has
 * @param history its name
 * @param <H> names of histories, compared by content
 */
public record Position<H>(String who, long length, H history) {

    public Position {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(history, "history");
        if (length < 0) {
            throw new IllegalArgumentException(
                    who + ": expected a history of 0 steps or more, found " + length);
        }
    }
}
