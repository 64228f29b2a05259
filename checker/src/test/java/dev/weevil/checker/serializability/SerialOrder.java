package dev.weevil.checker.serializability;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Brute force: tries every order of the transactions, with every choice of the indeterminate ones.
 * Knows nothing of anomalies.
 */
final class SerialOrder {

    /** Which orders besides what was read a serial order must keep. */
    enum Keeps {
        NOTHING,
        PROCESSES,
        REAL_TIME
    }

    private record Transaction(
            int process, int invoked, int completed, boolean ok, List<?> operations) {}

    private record Point(Set<Integer> done, Map<Object, Object> state) {}

    private final List<Transaction> transactions = new ArrayList<>();
    private final Set<Point> visited = new HashSet<>();
    private final Keeps keeps;

    private SerialOrder(History history, Keeps keeps) {
        this.keeps = keeps;
        Map<Integer, Integer> open = new HashMap<>();
        List<HistoryEvent> events = history.events();
        for (int i = 0; i < events.size(); i++) {
            HistoryEvent event = events.get(i);
            if (event.type() == HistoryEvent.Type.INVOKE) {
                open.put(event.process(), i);
            } else {
                int invoked = open.remove(event.process());
                add(event, invoked, i);
            }
        }
        open.forEach((process, invoked) -> transactions.add(
                new Transaction(process, invoked, Integer.MAX_VALUE, false, (List<?>)
                        events.get(invoked).value())));
    }

    private void add(HistoryEvent event, int invoked, int at) {
        boolean ok = event.type() == HistoryEvent.Type.OK;
        if (event.type() != HistoryEvent.Type.FAIL) {
            int completed = ok ? at : Integer.MAX_VALUE;
            transactions.add(new Transaction(
                    event.process(), invoked, completed, ok, (List<?>) event.value()));
        }
    }

    static boolean exists(History history, Keeps keeps) {
        return new SerialOrder(history, keeps).extend(Set.of(), Map.of());
    }

    private boolean extend(Set<Integer> done, Map<Object, Object> state) {
        boolean complete = true;
        for (int t = 0; t < transactions.size(); t++) {
            complete &= !transactions.get(t).ok() || done.contains(t);
        }
        if (complete) {
            return true;
        }
        if (!visited.add(new Point(done, state))) {
            return false;
        }
        for (int t = 0; t < transactions.size(); t++) {
            if (!done.contains(t) && mayComeNext(t, done)) {
                Map<Object, Object> after = new HashMap<>(state);
                Set<Integer> more = new HashSet<>(done);
                more.add(t);
                if (apply(transactions.get(t), after) && extend(more, after)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** No transaction that must come before it is left, and none done had to come after it. */
    private boolean mayComeNext(int next, Set<Integer> done) {
        for (int other = 0; other < transactions.size(); other++) {
            Transaction a = transactions.get(other);
            Transaction b = transactions.get(next);
            if (a.ok() && !done.contains(other) && other != next && precedes(a, b)) {
                return false;
            }
        }
        return true;
    }

    private boolean precedes(Transaction a, Transaction b) {
        return switch (keeps) {
            case NOTHING -> false;
            case PROCESSES -> a.process() == b.process() && a.completed() < b.invoked();
            case REAL_TIME -> a.completed() < b.invoked();
        };
    }

    private static boolean apply(Transaction transaction, Map<Object, Object> state) {
        for (Object operation : transaction.operations()) {
            List<?> parts = (List<?>) operation;
            Object key = parts.get(1);
            Object value = parts.get(2);
            if (parts.get(0).equals("w")) {
                state.put(key, value);
            } else if (parts.get(0).equals("append")) {
                List<Object> longer = new ArrayList<>((List<?>) state.getOrDefault(key, List.of()));
                longer.add(value);
                state.put(key, longer);
            } else if (transaction.ok() && !Objects.equals(state.get(key), value)) {
                return false;
            }
        }
        return true;
    }
}
