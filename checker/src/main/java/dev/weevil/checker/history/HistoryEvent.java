package dev.weevil.checker.history;

import java.util.Objects;
import java.util.Optional;

/**
 * One event of a history: a client process invokes an operation, or learns what became of it.
 *
 * <p>Values are {@code null}, {@link Boolean}, {@link Long}, {@link java.math.BigInteger}, {@link
 * Double}, {@link String} and immutable {@link java.util.List}, {@link java.util.Set} and {@link
 * java.util.Map} of these. A {@code cas} carries the list {@code [expected, new]}.
 *
 * @param nanos when the harness saw it, on its own monotonic clock; order in the history decides
 *     before time does
 * @param process the client that has at most one operation open; a process whose operation ended
 *     {@link Type#INFO} does not invoke again
 * @param function what was asked for: {@code read}, {@code write}, {@code cas}, {@code get}, ...
 * @param key the object it was asked of, where the model has several
 * @param value the argument in an invocation; in a completion what the operation returned, or its
 *     argument again where it returns nothing
 * @param note why a completion is {@link Type#FAIL} or {@link Type#INFO}; empty where nothing is known
 */
public record HistoryEvent(
        long nanos,
        int process,
        Type type,
        String function,
        Optional<Object> key,
        Object value,
        String note) {

    /** Jepsen's four words. */
    public enum Type {
        /** The operation began. */
        INVOKE,
        /** It took effect, between its invocation and this event. */
        OK,
        /** It certainly took no effect. A failed {@code cas} may be an observation: the model says. */
        FAIL,
        /** Nobody knows: it may take effect at any time after its invocation, or never. */
        INFO
    }

    public HistoryEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(note, "note");
    }

    public static HistoryEvent invoke(
            long nanos, int process, String function, Optional<Object> key, Object value) {
        return new HistoryEvent(nanos, process, Type.INVOKE, function, key, value, "");
    }

    /** The completion of this invocation. */
    public HistoryEvent completed(Type outcome, long atNanos, Object result, String why) {
        return new HistoryEvent(atNanos, process, outcome, function, key, result, why);
    }
}
