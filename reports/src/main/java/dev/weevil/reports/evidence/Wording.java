package dev.weevil.reports.evidence;

import dev.weevil.engine.node.Invocation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Operations, values and times as a person would write them. */
public final class Wording {

    private static final double NANOS_PER_MILLI = 1e6;

    private Wording() {}

    /** {@code put k1 := c0.3}, {@code get k1 = c0.3}, {@code cas k1: a -> b (failed)}. */
    static String of(TimedOperation operation) {
        Invocation asked = operation.invocation();
        String key = asked.key().map(k -> " " + value(k)).orElse("");
        return asked.function() + key + arguments(operation) + ending(operation);
    }

    private static String arguments(TimedOperation operation) {
        Object argument = operation.invocation().value();
        if (operation.invocation().function().equals("cas")
                && argument instanceof List<?> pair
                && pair.size() == 2) {
            return ": " + value(pair.get(0)) + " → " + value(pair.get(1));
        }
        String result = operation.isOk() && isAnswer(operation, argument)
                ? " = " + value(operation.outcome().orElseThrow().value())
                : "";
        return argument == null ? result : " := " + value(argument) + result;
    }

    private static boolean isAnswer(TimedOperation operation, Object argument) {
        Object answer = operation.outcome().orElseThrow().value();
        return argument == null || (answer != null && !answer.equals(argument));
    }

    private static String ending(TimedOperation operation) {
        return switch (operation.ending()) {
            case "ok" -> "";
            case "fail" -> " (failed)";
            case "info" -> " (unknown)";
            default -> " (never ended)";
        };
    }

    /** A value of an operation. */
    public static String value(Object value) {
        if (value == null) {
            return "nil";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Wording::value).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> value(entry.getKey()) + " " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    /** Milliseconds since the run began. */
    public static String time(long nanos) {
        return nanos == Long.MAX_VALUE
                ? "the end"
                : String.format(Locale.ROOT, "%,.3f ms", nanos / NANOS_PER_MILLI);
    }

    /** {@code 1 message}, {@code 2 messages}. */
    public static String count(long count, String one) {
        String many = one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
