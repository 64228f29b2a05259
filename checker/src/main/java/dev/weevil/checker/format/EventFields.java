package dev.weevil.checker.format;

import dev.weevil.checker.history.HistoryEvent;

import java.util.Optional;
import java.util.OptionalLong;

/** The entries of one map that matter to an event, whatever notation they came in. */
final class EventFields {

    private Object process;
    private Object type;
    private Object function;
    private Object value;
    private Object key;
    private Object time;
    private Object error;
    private boolean keyed;
    private boolean empty;

    void clear() {
        process = null;
        type = null;
        function = null;
        value = null;
        key = null;
        time = null;
        error = null;
        keyed = false;
        empty = true;
    }

    /** Sets an entry; one that does not matter is passed over. */
    void set(String name, Object entry) {
        empty = false;
        switch (name) {
            case "process" -> process = entry;
            case "type" -> type = entry;
            case "f" -> function = entry;
            case "value" -> value = entry;
            case "time", "nanos" -> time = entry;
            case "error", "note" -> error = entry;
            case "key" -> {
                key = entry;
                keyed = entry != null;
            }
            default -> {
                // :index, :exception and whatever else a recorder adds say nothing to a checker.
            }
        }
    }

    boolean keyed() {
        return keyed;
    }

    /** The event, or empty where it is none of a client's. */
    Optional<HistoryEvent> event(Source in, long number, Clients clients) {
        if (empty) {
            throw in.malformed("a map with :type and :process", "an empty map");
        }
        HistoryEvent.Type kind = type(in);
        OptionalLong told = clients.number(process);
        if (process != null && told.isEmpty()) {
            return Optional.empty();
        }
        long client = told.orElse(number);
        if (client < Integer.MIN_VALUE || client > Integer.MAX_VALUE) {
            throw in.malformed("a :process of 32 bits", String.valueOf(client));
        }
        return Optional.of(new HistoryEvent(
                time instanceof Long nanos ? nanos : 0,
                (int) client,
                kind,
                function(in, kind),
                Optional.ofNullable(key),
                value,
                error == null ? "" : error.toString()));
    }

    private HistoryEvent.Type type(Source in) {
        String word = type instanceof String text ? text : "";
        return switch (word.startsWith(":") ? word.substring(1) : word) {
            case "invoke" -> HistoryEvent.Type.INVOKE;
            case "ok" -> HistoryEvent.Type.OK;
            case "fail" -> HistoryEvent.Type.FAIL;
            case "info" -> HistoryEvent.Type.INFO;
            default ->
                throw in.malformed(
                        "a :type of :invoke, :ok, :fail or :info",
                        type == null ? "none" : type + "");
        };
    }

    /** Elle's transactions need none; a completion without one completes whatever is open. */
    private String function(Source in, HistoryEvent.Type kind) {
        if (function == null) {
            if (kind != HistoryEvent.Type.INVOKE) {
                return "";
            }
            if (value instanceof java.util.List) {
                return "txn";
            }
            throw in.malformed("an :f", "none");
        }
        if (!(function instanceof String name)) {
            throw in.malformed("an :f that is a name", function.toString());
        }
        return name.startsWith(":") ? name.substring(1) : name;
    }
}
