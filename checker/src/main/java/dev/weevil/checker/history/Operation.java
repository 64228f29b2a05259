package dev.weevil.checker.history;

import java.util.Objects;
import java.util.Optional;

/**
 * An invocation with what became of it.
 *
 * @param index its number among the operations of the history, from 0, by invocation
 * @param process the client
 * @param key the object it was asked of, where the history names one
 */
public record Operation(
        int index, int process, Optional<Object> key, Call call, Interval interval) {

    public Operation {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(interval, "interval");
    }

    /** As in {@code read 3 by client 2} or {@code write 5 to x by client 1 (info)}. */
    @Override
    public String toString() {
        return Wording.of(this);
    }
}
