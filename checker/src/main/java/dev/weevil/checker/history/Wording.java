package dev.weevil.checker.history;

import java.util.List;
import java.util.stream.Collectors;

/** Operations and values as a person would write them. */
final class Wording {

    private static final int LONGEST = 80;

    private Wording() {}

    static String of(Operation operation) {
        Call call = operation.call();
        StringBuilder words = new StringBuilder(call.function());
        if (call.function().equals("cas")
                && call.argument() instanceof List<?> pair
                && pair.size() == 2) {
            words.append(' ').append(value(pair.get(0))).append(" to ").append(value(pair.get(1)));
        } else {
            arguments(call, words);
        }
        operation.key().ifPresent(key -> words.append(" of ").append(value(key)));
        words.append(" by client ").append(operation.process());
        if (!call.completed()) {
            words.append(call.failed() ? " (failed)" : " (info)");
        }
        return words.toString();
    }

    private static void arguments(Call call, StringBuilder words) {
        boolean answered = call.completed() && call.result() != null;
        if (answered && call.function().equals("txn")) {
            words.append(' ').append(value(call.result()));
            return;
        }
        if (call.argument() != null) {
            words.append(' ').append(value(call.argument()));
        }
        if (answered && !call.result().equals(call.argument())) {
            words.append(call.argument() == null ? " " : " giving ").append(value(call.result()));
        } else if (call.completed() && sawNothing(call)) {
            words.append(" nil");
        }
    }

    private static boolean sawNothing(Call call) {
        boolean looks = switch (call.function()) {
            case "read", "get", "dequeue", "pop", "poll" -> true;
            default -> false;
        };
        return looks && call.argument() == null && call.result() == null;
    }

    static String value(Object value) {
        String text;
        if (value == null) {
            text = "nil";
        } else if (value instanceof List<?> list) {
            text = list.stream().map(Wording::value).collect(Collectors.joining(" ", "[", "]"));
        } else {
            text = value.toString();
        }
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2)
                        + "..."
                        + text.substring(text.length() - LONGEST / 2);
    }
}
