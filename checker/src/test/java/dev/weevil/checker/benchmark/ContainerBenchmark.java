package dev.weevil.checker.benchmark;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.linearizability.Linearizability;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

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
 * Checks long histories of queues, stacks, priority queues and sets, and prints how long each takes:
 * processor time of one thread, warm, the history being in memory.
 *
 * <p>Run: {@code java -cp <class path of the tests> dev.weevil.checker.benchmark.ContainerBenchmark
 * [operations [clients]]}.
 */
public final class ContainerBenchmark {

    private final int operations;
    private final int clients;

    private ContainerBenchmark(int operations, int clients) {
        this.operations = operations;
        this.clients = clients;
    }

    public static void main(String[] args) {
        int operations = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int clients = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        new ContainerBenchmark(operations, clients).run();
    }

    private void run() {
        System.out.printf(
                "%d operations, %d clients%n%-28s %12s%n", operations, clients, "", "median ms");
        measure(Models.fifoQueue(), "enqueue", "dequeue");
        measure(Models.stack(), "push", "pop");
        measure(Models.priorityQueue(), "insert", "poll");
        measure(Models.set(), "add", "contains");
    }

    private void measure(Model<?> model, String put, String take) {
        List<HistoryEvent> events = record(model.name(), put, take);
        print(model, "legal", events, Verdict.Kind.VALID);
        print(model, "with a wrong answer", spoil(events, put), Verdict.Kind.INVALID);
    }

    private static void print(
            Model<?> model, String what, List<HistoryEvent> events, Verdict.Kind expected) {
        Operations paired = new History(events).operations();
        double millis = Stopwatch.medianMillis(
                () -> Linearizability.check(paired, model, Limits.none()).kind(), expected);
        System.out.printf("%-28s %12.1f%n", model.name() + ", " + what, millis);
    }

    /** Clients in turn invoke, take effect and return, at random. */
    private List<HistoryEvent> record(String kind, String put, String take) {
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

    /** Two takes far apart have their answers exchanged; of a set, one is turned round. */
    private static List<HistoryEvent> spoil(List<HistoryEvent> events, String put) {
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
