package dev.weevil.checker.benchmark;

import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A strict serializable history of transactions: each has one to five micro-operations on one of ten
 * keys, and takes effect at one moment; a key is given up for a new one after 32 writes.
 */
final class TransactionHistory {

    private static final int ACTIVE_KEYS = 10;
    private static final int WRITES_PER_KEY = 32;

    private final int transactions;
    private final int clients;
    private final boolean lists;
    private final Random random = new Random(11);
    private final Map<Long, Object> state = new HashMap<>();
    private final Map<Long, Integer> writes = new HashMap<>();
    private final long[] keys = new long[ACTIVE_KEYS];
    private long freshKey;

    /** Of lists that are appended to, or else of registers. */
    TransactionHistory(int transactions, int clients, boolean lists) {
        this.transactions = transactions;
        this.clients = clients;
        this.lists = lists;
    }

    /** Clients in turn invoke, take effect and return, at random. */
    List<HistoryEvent> events() {
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

    /** The same where one transaction in a thousand reads as if nothing had ever been written. */
    List<HistoryEvent> spoil(List<HistoryEvent> events) {
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
