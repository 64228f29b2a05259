package dev.weevil.engine.node;

import dev.weevil.checker.history.HistoryEvent;

/**
 * What became of an invocation.
 *
 * @param type {@code OK}, {@code FAIL} or {@code INFO}
 * @param value what the operation returned, or its argument again
 * @param note why it failed or is unknown
 */
public record Outcome(HistoryEvent.Type type, Object value, String note) {

    public Outcome {
        if (type == HistoryEvent.Type.INVOKE) {
            throw new IllegalArgumentException("an outcome is ok, fail or info, found invoke");
        }
    }

    public static Outcome ok(Object value) {
        return new Outcome(HistoryEvent.Type.OK, value, "");
    }

    public static Outcome fail(Object value, String why) {
        return new Outcome(HistoryEvent.Type.FAIL, value, why);
    }

    public static Outcome info(Object value, String why) {
        return new Outcome(HistoryEvent.Type.INFO, value, why);
    }
}
