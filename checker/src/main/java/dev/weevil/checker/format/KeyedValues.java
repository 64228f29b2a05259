package dev.weevil.checker.format;

import dev.weevil.checker.history.HistoryEvent;

import java.util.List;
import java.util.Optional;

/**
 * Jepsen's independent tests write {@code [key value]} where others write the value. The first
 * invocation of a read, write or cas tells: reads of {@code [k nil]}, writes of {@code [k v]} and cas of
 * {@code [k [a b]]} are keyed, and then all events are.
 */
final class KeyedValues {

    private enum Shape {
        UNKNOWN,
        PLAIN,
        KEYED
    }

    private Shape shape = Shape.UNKNOWN;

    boolean found() {
        return shape == Shape.KEYED;
    }

    HistoryEvent split(HistoryEvent event, Source in) {
        if (event.value() instanceof Tuple tuple) {
            return with(event, tuple.key(), tuple.value());
        }
        if (event.key().isPresent() || shape == Shape.PLAIN) {
            return event;
        }
        if (shape == Shape.UNKNOWN && event.type() == HistoryEvent.Type.INVOKE) {
            shape = shapeOf(event);
        }
        if (shape != Shape.KEYED) {
            return event;
        }
        if (event.value() instanceof List<?> pair && pair.size() == 2) {
            return with(event, pair.get(0), pair.get(1));
        }
        if (event.type() == HistoryEvent.Type.INVOKE || event.type() == HistoryEvent.Type.OK) {
            throw in.malformed(
                    "[key value] as in the events before", String.valueOf(event.value()));
        }
        return event;
    }

    private static Shape shapeOf(HistoryEvent event) {
        Object value = event.value();
        boolean pair = value instanceof List<?> list && list.size() == 2;
        return switch (event.function()) {
            case "read", "write" -> pair ? Shape.KEYED : Shape.PLAIN;
            case "cas" ->
                pair && ((List<?>) value).get(1) instanceof List ? Shape.KEYED : Shape.PLAIN;
            default -> Shape.UNKNOWN;
        };
    }

    private static HistoryEvent with(HistoryEvent event, Object key, Object value) {
        return new HistoryEvent(
                event.nanos(),
                event.process(),
                event.type(),
                event.function(),
                Optional.ofNullable(key),
                value,
                event.note());
    }
}
