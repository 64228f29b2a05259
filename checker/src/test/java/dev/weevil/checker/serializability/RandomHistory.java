package dev.weevil.checker.serializability;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A small random history of transactions on a store that is at times wrong: transactions take effect at
 * one moment, but may fail or crash before or after it, read an old or a changed state, or forget what
 * they wrote.
 */
final class RandomHistory {

    private static final List<String> KEYS = List.of("x", "y", "z");

    /** What is wrong with the store. */
    private enum Fault {
        /** Each key may be read as it was some transactions ago. */
        STALE_KEYS,
        /** Likewise, and transactions only ever read all keys or write one. */
        FORKS,
        /** Reads are old or distorted, writes are lost, what failed took effect. */
        ANYTHING
    }

    private static final List<Fault> FAULTS =
            List.of(Fault.STALE_KEYS, Fault.FORKS, Fault.ANYTHING, Fault.ANYTHING, Fault.ANYTHING);

    private final Random random;
    private final boolean lists;
    private final Fault fault;
    private final int processes;

    /** Nobody ends before most have begun: little order in time. */
    private final boolean patient;

    private final List<HistoryEvent> events = new ArrayList<>();
    private final List<Map<Object, Object>> states = new ArrayList<>();
    private final Map<Integer, HistoryEvent> open = new HashMap<>();
    private final Map<Integer, List<Object>> results = new HashMap<>();
    private int nextValue = 1;
    private int nextProcess;

    private RandomHistory(long seed, boolean lists) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.lists = lists;
        this.fault = FAULTS.get(random.nextInt(FAULTS.size()));
        this.processes = fault == Fault.FORKS ? 5 : 2 + random.nextInt(4);
        this.patient = random.nextInt(3) > 0;
        this.nextProcess = processes;
        states.add(new HashMap<>());
    }

    static History of(long seed, boolean lists) {
        return new RandomHistory(seed, lists).generate(4 + (int) (seed % 5));
    }

    private History generate(int transactions) {
        List<Integer> clients = new ArrayList<>();
        for (int p = 0; p < processes; p++) {
            clients.add(p);
        }
        int started = 0;
        while (started < transactions || !open.isEmpty()) {
            int place = random.nextInt(clients.size());
            int process = clients.get(place);
            if (!open.containsKey(process)) {
                if (started < transactions) {
                    started++;
                    begin(process);
                }
            } else if (!results.containsKey(process)) {
                execute(process);
            } else if (!(patient && started < transactions - 1 && open.size() < processes)
                    && end(process)) {
                clients.set(place, nextProcess++);
            }
        }
        return new History(events);
    }

    private void begin(int process) {
        List<Object> operations = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        boolean reads = random.nextInt(2) == 0;
        if (fault == Fault.FORKS) {
            count = reads ? 2 : 1;
        }
        for (int i = 0; i < count; i++) {
            String key = KEYS.get(random.nextInt(2 + (processes & 1)));
            if (fault == Fault.FORKS ? reads : random.nextInt(2) == 0) {
                operations.add(operation("r", key, null));
            } else {
                operations.add(operation(lists ? "append" : "w", key, (long) nextValue++));
            }
        }
        HistoryEvent event = HistoryEvent.invoke(
                events.size(), process, "txn", Optional.empty(), List.copyOf(operations));
        open.put(process, event);
        events.add(event);
    }

    private static List<Object> operation(String function, String key, Object value) {
        List<Object> operation = new ArrayList<>(List.of(function, key));
        operation.add(value);
        return Collections.unmodifiableList(operation);
    }

    private boolean wrong(int percent) {
        return fault == Fault.ANYTHING && random.nextInt(100) < percent;
    }

    private Object remembered(String key, Object current) {
        boolean stale = fault == Fault.STALE_KEYS || fault == Fault.FORKS;
        if (!stale || random.nextInt(2) == 0) {
            return current;
        }
        return states.get(Math.max(0, states.size() - 1 - random.nextInt(3))).get(key);
    }

    private void execute(int process) {
        int from = wrong(25) ? random.nextInt(states.size()) : states.size() - 1;
        Map<Object, Object> read = new HashMap<>(states.get(from));
        Map<Object, Object> written = new HashMap<>(states.get(states.size() - 1));
        List<Object> done = new ArrayList<>();
        for (Object operation : (List<?>) open.get(process).value()) {
            List<?> parts = (List<?>) operation;
            String key = (String) parts.get(1);
            if (parts.get(0).equals("r")) {
                read.put(key, remembered(key, read.get(key)));
                done.add(operation("r", key, wrong(12) ? distorted(read.get(key)) : read.get(key)));
            } else {
                done.add(operation);
                read.put(key, after(read.get(key), parts.get(2)));
                if (!wrong(12)) {
                    written.put(key, after(written.get(key), parts.get(2)));
                }
            }
        }
        results.put(process, List.copyOf(done));
        boolean undone = random.nextInt(8) == 0;
        if (!undone || wrong(70)) {
            states.add(written);
        }
        if (undone) {
            results.put(process, List.of());
        }
    }

    private Object after(Object before, Object value) {
        if (!lists) {
            return value;
        }
        List<Object> longer = new ArrayList<>(before instanceof List<?> list ? list : List.of());
        longer.add(value);
        return List.copyOf(longer);
    }

    private Object distorted(Object value) {
        if (!lists) {
            return (long) random.nextInt(nextValue + 1) + 1;
        }
        List<Object> list = new ArrayList<>(value instanceof List<?> known ? known : List.of());
        switch (random.nextInt(5)) {
            case 0 -> list.add((long) random.nextInt(nextValue + 1) + 1);
            case 1 -> Collections.reverse(list);
            case 2 -> list.add(list.isEmpty() ? 1L : list.get(0));
            default -> {
                if (!list.isEmpty()) {
                    list.remove(list.size() - 1);
                }
            }
        }
        return list.isEmpty() ? null : List.copyOf(list);
    }

    /** Whether the process is gone. */
    private boolean end(int process) {
        HistoryEvent invocation = open.remove(process);
        List<Object> result = results.remove(process);
        if (result.isEmpty()) {
            boolean failed = random.nextBoolean();
            add(invocation, failed ? HistoryEvent.Type.FAIL : HistoryEvent.Type.INFO);
            return !failed;
        }
        if (random.nextInt(12) == 0) {
            add(invocation, HistoryEvent.Type.INFO);
            return true;
        }
        events.add(invocation.completed(HistoryEvent.Type.OK, events.size(), result, ""));
        return false;
    }

    private void add(HistoryEvent invocation, HistoryEvent.Type type) {
        events.add(invocation.completed(type, events.size(), invocation.value(), ""));
    }
}
