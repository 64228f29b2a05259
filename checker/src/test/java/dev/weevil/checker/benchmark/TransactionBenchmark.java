package dev.weevil.checker.benchmark;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.serializability.Level;
import dev.weevil.checker.serializability.Options;
import dev.weevil.checker.serializability.Serializability;
import dev.weevil.checker.serializability.TransactionVerdict.Outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Checks long histories of transactions, and prints how long each takes and how many transactions that
 * is a second: processor time of one thread, warm, the history being in memory.
 *
 * <p>Transactions have one to five micro-operations on one of ten keys; a key is given up for a new one
 * after 32 writes. Run: {@code java -cp <class path of the tests>
 * dev.weevil.checker.benchmark.TransactionBenchmark [transactions [clients]]}.
 */
public final class TransactionBenchmark {

    private static final int ACTIVE_KEYS = 10;
    private static final int WRITES_PER_KEY = 32;

    private final int transactions;
    private final int clients;
    private final Random random = new Random(11);
    private final Map<Long, Object> state = new HashMap<>();
    private final Map<Long, Integer> writes = new HashMap<>();
    private final long[] keys = new long[ACTIVE_KEYS];
    private long freshKey;
    private boolean lists;

    private TransactionBenchmark(int transactions, int clients) {
        this.transactions = transactions;
        this.clients = clients;
    }

    public static void main(String[] args) {
        int transactions = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int clients = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        System.out.printf(
                "%d transactions, %d clients%n%-34s %12s %16s%n",
                transactions, clients, "", "median ms", "transactions/s");
        for (boolean lists : new boolean[] {true, false}) {
            TransactionBenchmark benchmark = new TransactionBenchmark(transactions, clients);
            List<HistoryEvent> events = benchmark.record(lists);
            String name = lists ? "lists" : "registers";
            benchmark.print(name + ", strict serializable", events, Outcome.VALID);
            benchmark.print(name + ", with stale reads", benchmark.spoil(events), Outcome.INVALID);
        }
    }

    private void print(String what, List<HistoryEvent> events, Outcome expected) {
        History history = new History(events);
        Options options = Options.at(Level.STRICT_SERIALIZABLE);
        double millis = Stopwatch.medianMillis(
                () -> Serializability.check(history, options).outcome(), expected);
        System.out.printf("%-34s %12.1f %16.0f%n", what, millis, transactions / millis * 1000);
    }

    /** Clients in turn invoke, take effect at one moment and return, at random. */
    private List<HistoryEvent> record(boolean ofLists) {
        lists = ofLists;
        for (int i = 0; i < ACTIVE_KEYS; i++) {
            keys[i] = freshKey++;
        }
        HistoryEvent[] open = new HistoryEvent[clients];
        List<?>[] result = new List<?>[clients];
        List<HistoryEvent> events = new ArrayList<>();
        int begun = 0;
        while (begun < transactions || Arrays.stream(open).anyMatch(o -> o != null)) {
            int client = random.nextInt(clients);
            if (open[client] == null) {
                if (begun++ < transactions) {
                    open[client] = HistoryEvent.invoke(
                            events.size(), client, "txn", Optional.empty(), invoke());
                    events.add(open[client]);
                }
            } else if (result[client] == null) {
                result[client] = execute((List<?>) open[client].value());
            } else {
                events.add(open[client].completed(
                        HistoryEvent.Type.OK, events.size(), result[client], ""));
                open[client] = null;
                result[client] = null;
            }
        }
        return events;
    }

    private List<Object> invoke() {
        List<Object> operations = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            int place = random.nextInt(ACTIVE_KEYS);
            if (random.nextBoolean()) {
                operations.add(operation("r", keys[place], null));
                continue;
            }
            int version = writes.merge(keys[place], 1, Integer::sum);
            operations.add(operation(lists ? "append" : "w", keys[place], (long) version));
            if (version == WRITES_PER_KEY) {
                keys[place] = freshKey++;
            }
        }
        return List.copyOf(operations);
    }

    private List<Object> execute(List<?> asked) {
        List<Object> done = new ArrayList<>();
        for (Object operation : asked) {
            List<?> parts = (List<?>) operation;
            Long key = (Long) parts.get(1);
            if (parts.get(0).equals("r")) {
                done.add(operation("r", key, state.get(key)));
            } else {
                done.add(operation);
                state.merge(key, initial(parts.get(2)), this::after);
            }
        }
        return List.copyOf(done);
    }

    private Object initial(Object value) {
        return lists ? List.of(value) : value;
    }

    private Object after(Object before, Object value) {
        if (!lists) {
            return value;
        }
        List<Object> longer = new ArrayList<>((List<?>) before);
        longer.addAll((List<?>) value);
        return List.copyOf(longer);
    }

    private static List<Object> operation(String function, Long key, Object value) {
        return Collections.unmodifiableList(Arrays.asList(function, key, value));
    }

    /** One transaction in a thousand reads all its keys as if they had never been written. */
    private List<HistoryEvent> spoil(List<HistoryEvent> events) {
        List<HistoryEvent> spoiled = new ArrayList<>();
        for (HistoryEvent event : events) {
            boolean ok = event.type() == HistoryEvent.Type.OK;
            boolean readsOnly = ((List<?>) event.value())
                    .stream().allMatch(operation -> ((List<?>) operation).get(0).equals("r"));
            spoiled.add(ok && readsOnly && random.nextInt(250) == 0 ? emptied(event) : event);
        }
        return spoiled;
    }

    private static HistoryEvent emptied(HistoryEvent event) {
        List<Object> operations = new ArrayList<>();
        for (Object operation : (List<?>) event.value()) {
            operations.add(operation("r", (Long) ((List<?>) operation).get(1), null));
        }
        return new HistoryEvent(
                event.nanos(),
                event.process(),
                event.type(),
                event.function(),
                event.key(),
                List.copyOf(operations),
                event.note());
    }
}
