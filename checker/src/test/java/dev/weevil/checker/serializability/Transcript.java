package dev.weevil.checker.serializability;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A history of transactions in shorthand: {@code ax1} appends 1 to x, {@code wx1} writes 1 to x, {@code
 * rx12} reads x as the list [1 2] or, of registers, {@code rx1} as 1, and {@code rx} as never written.
 */
final class Transcript {

    private final List<HistoryEvent> events = new ArrayList<>();
    private final Map<Integer, HistoryEvent> open = new HashMap<>();
    private final boolean lists;

    private Transcript(boolean lists) {
        this.lists = lists;
    }

    static Transcript lists() {
        return new Transcript(true);
    }

    static Transcript registers() {
        return new Transcript(false);
    }

    Transcript invoke(int process, String transaction) {
        HistoryEvent event = HistoryEvent.invoke(
                events.size(), process, "txn", Optional.empty(), parse(transaction));
        open.put(process, event);
        events.add(event);
        return this;
    }

    Transcript ok(int process) {
        return end(process, HistoryEvent.Type.OK);
    }

    Transcript fail(int process) {
        return end(process, HistoryEvent.Type.FAIL);
    }

    Transcript info(int process) {
        return end(process, HistoryEvent.Type.INFO);
    }

    /** Begins and commits with nobody beside it. */
    Transcript run(int process, String transaction) {
        return invoke(process, transaction).ok(process);
    }

    /** All at once, by processes 0, 1, ... */
    Transcript concurrently(String... transactions) {
        for (int p = 0; p < transactions.length; p++) {
            invoke(p, transactions[p]);
        }
        for (int p = 0; p < transactions.length; p++) {
            ok(p);
        }
        return this;
    }

    History history() {
        return new History(events);
    }

    TransactionVerdict check() {
        return check(Options.at(Level.STRICT_SERIALIZABLE));
    }

    TransactionVerdict check(Options options) {
        return Serializability.check(history(), options);
    }

    private Transcript end(int process, HistoryEvent.Type type) {
        HistoryEvent invocation = open.remove(process);
        events.add(invocation.completed(type, events.size(), invocation.value(), ""));
        return this;
    }

    private List<Object> parse(String transaction) {
        List<Object> operations = new ArrayList<>();
        for (String word : transaction.split(" ", -1)) {
            operations.add(operation(word));
        }
        return List.copyOf(operations);
    }

    private List<Object> operation(String word) {
        String key = word.substring(1, 2);
        String rest = word.substring(2);
        if (word.charAt(0) == 'r') {
            return rest.isEmpty() ? unwritten(key) : List.of("r", key, value(rest));
        }
        String function = word.charAt(0) == 'a' ? "append" : "w";
        return List.of(function, key, Long.valueOf(rest));
    }

    private static List<Object> unwritten(String key) {
        List<Object> read = new ArrayList<>(List.of("r", key));
        read.add(null);
        return read;
    }

    private Object value(String digits) {
        if (!lists) {
            return Long.valueOf(digits);
        }
        return digits.chars().mapToObj(c -> (Object) (long) (c - '0')).toList();
    }
}
