package dev.weevil.checker.benchmark;

import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * A history of a queue, stack, priority queue or set, legal by construction: clients in turn invoke,
 * take effect and return, at random. No two values put in are equal.
 *
 * @param kind the name of the model
 * @param wrong whether two answers far apart are exchanged; of a set, one is turned round
 */
record ContainerHistory(String kind, int clients, int operations, boolean wrong) {

    List<HistoryEvent> events() {
        List<HistoryEvent> events = record();
        return wrong ? spoil(events) : events;
    }

    private String put() {
        return switch (kind) {
            case "stack" -> "push";
            case "priority-queue" -> "insert";
            case "set" -> "add";
            default -> "enqueue";
        };
    }

    private String take() {
        return switch (kind) {
            case "stack" -> "pop";
            case "priority-queue" -> "poll";
            case "set" -> "contains";
            default -> "dequeue";
        };
    }

    private List<HistoryEvent> record() {
        String put = put();
        String take = take();
        Random random = new Random(7);
        Store store = new Store(kind);
        HistoryEvent[] open = new HistoryEvent[clients];
        Object[] result = new Object[clients];
        boolean[] effective = new boolean[clients];
        List<HistoryEvent> events = new ArrayList<>();
        long fresh = 0;
        for (int begun = 0; begun < operations || Arrays.stream(open).anyMatch(o -> o != null); ) {
            int client = random.nextInt(clients);
            if (open[client] == null) {
                if (begun++ < operations) {
                    boolean puts = random.nextInt(100) < 51;
                    Object argument = null;
                    if (puts) {
                        argument = fresh++;
                    } else if (kind.equals("set")) {
                        argument = random.nextLong(fresh + 2);
                    }
                    open[client] = HistoryEvent.invoke(
                            events.size(), client, puts ? put : take, Optional.empty(), argument);
                    events.add(open[client]);
                    effective[client] = false;
                }
            } else if (!effective[client]) {
                boolean puts = open[client].function().equals(put);
                Object value = open[client].value();
                result[client] = puts ? store.put((Long) value) : store.take(value);
                effective[client] = true;
            } else {
                events.add(open[client].completed(
                        HistoryEvent.Type.OK, events.size(), result[client], ""));
                open[client] = null;
            }
        }
        return events;
    }

    private List<HistoryEvent> spoil(List<HistoryEvent> events) {
        String put = put();
        List<HistoryEvent> spoiled = new ArrayList<>(events);
        int first = takeAfter(events, put, events.size() / 3);
        int second = takeAfter(events, put, events.size() * 2 / 3);
        Object one = events.get(first).value();
        Object other = events.get(second).value();
        spoiled.set(first, with(events.get(first), one instanceof Boolean b ? !b : other));
        spoiled.set(second, with(events.get(second), one instanceof Boolean ? other : one));
        return spoiled;
    }

    private static int takeAfter(List<HistoryEvent> events, String put, int from) {
        int at = from;
        while (events.get(at).type() != HistoryEvent.Type.OK
                || events.get(at).function().equals(put)
                || events.get(at).value() == null) {
            at++;
        }
        return at;
    }

    private static HistoryEvent with(HistoryEvent event, Object value) {
        return new HistoryEvent(
                event.nanos(),
                event.process(),
                event.type(),
                event.function(),
                event.key(),
                value,
                event.note());
    }

    /** The real thing. */
    private static final class Store {

        private final String kind;
        private final Deque<Long> ends = new ArrayDeque<>();
        private final PriorityQueue<Long> least = new PriorityQueue<>();
        private final Set<Long> elements = new HashSet<>();

        Store(String kind) {
            this.kind = kind;
        }

        Object put(Long value) {
            switch (kind) {
                case "set" -> elements.add(value);
                case "priority-queue" -> least.add(value);
                default -> ends.addLast(value);
            }
            return value;
        }

        Object take(Object element) {
            return switch (kind) {
                case "set" -> elements.contains((Long) element);
                case "priority-queue" -> least.poll();
                case "stack" -> ends.pollLast();
                default -> ends.pollFirst();
            };
        }
    }
}
