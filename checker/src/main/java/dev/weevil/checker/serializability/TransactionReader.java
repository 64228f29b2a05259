package dev.weevil.checker.serializability;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lays a history out as {@link Transactions}. Invocations pair with the next event of their process;
 * one without a completion is info; a completion without an invocation began at an unknown time.
 */
final class TransactionReader {

    /** Before every event: when a transaction without an invocation began. */
    static final int UNKNOWN_START = -1;

    private final List<HistoryEvent> events;
    private final Transactions store = new Transactions();
    private final IntColumn invoked = new IntColumn();
    private final IntColumn ended = new IntColumn();
    private final Map<Object, Integer> keyIds = new HashMap<>();
    private final List<Object> keys = new ArrayList<>();
    private boolean appends;
    private boolean writes;
    private boolean listsRead;

    private TransactionReader(History history) {
        this.events = history.events();
    }

    static Transactions read(History history) throws UnreadableHistory {
        TransactionReader reader = new TransactionReader(history);
        reader.pair();
        reader.layOut();
        return reader.store;
    }

    private void pair() throws UnreadableHistory {
        Map<Integer, Integer> open = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            HistoryEvent event = events.get(i);
            refuseOther(event, i);
            if (event.type() == HistoryEvent.Type.INVOKE) {
                Integer before = open.put(event.process(), invoked.size());
                if (before != null) {
                    throw new UnreadableHistory(at(i) + ": process " + event.process()
                            + " invokes while its transaction of event "
                            + invoked.get(before) + " is open");
                }
                invoked.add(i);
                ended.add(Integer.MAX_VALUE);
            } else {
                Integer transaction = open.remove(event.process());
                if (transaction == null) {
                    invoked.add(UNKNOWN_START);
                    ended.add(i);
                } else {
                    ended.set(transaction, i);
                }
            }
        }
    }

    private static void refuseOther(HistoryEvent event, int i) throws UnreadableHistory {
        if (!event.function().equals("txn") && !event.function().isEmpty()) {
            throw new UnreadableHistory(
                    at(i) + ": expected a txn, found the function " + event.function());
        }
    }

    private void layOut() throws UnreadableHistory {
        int count = invoked.size();
        store.count = count;
        store.invoked = invoked.toArray();
        store.completed = new int[count];
        store.event = new int[count];
        store.process = new int[count];
        store.status = new byte[count];
        store.first = new int[count + 1];
        store.kind = new byte[Math.max(16, 4 * count)];
        store.key = new int[store.kind.length];
        store.version = new int[store.kind.length];
        store.argument = new Object[store.kind.length];
        int next = 0;
        for (int t = 0; t < count; t++) {
            store.first[t] = next;
            next = layOut(t, next);
        }
        store.first[count] = next;
        trim(next);
        if (appends && writes) {
            throw new UnreadableHistory("the history both appends and writes; expected lists only"
                    + " or registers only");
        }
        store.lists = appends || (listsRead && !writes);
        store.keys = keys;
    }

    private int layOut(int t, int next) throws UnreadableHistory {
        int end = ended.get(t);
        HistoryEvent.Type outcome = end == Integer.MAX_VALUE
                ? HistoryEvent.Type.INFO
                : events.get(end).type();
        int start = store.invoked[t];
        boolean ok = outcome == HistoryEvent.Type.OK;
        store.process[t] = events.get(start >= 0 ? start : end).process();
        store.completed[t] = ok ? end : Integer.MAX_VALUE;
        store.event[t] = start >= 0 ? start : end;
        store.status[t] = ok
                ? Transactions.OK
                : outcome == HistoryEvent.Type.FAIL ? Transactions.FAILED : Transactions.INFO;
        int told = ok || start < 0 ? end : start;
        List<?> operations = operations(told);
        if (ok && start >= 0) {
            refuseOtherThanInvoked(operations(start), operations, end);
        }
        for (Object operation : operations) {
            add(next++, t, operation, told);
        }
        return next;
    }

    private List<?> operations(int event) throws UnreadableHistory {
        Object value = events.get(event).value();
        if (value instanceof List<?> list) {
            return list;
        }
        throw new UnreadableHistory(
                at(event) + ": expected a list of micro-operations, found " + value);
    }

    /** Only what reads returned may differ. */
    private static void refuseOtherThanInvoked(List<?> asked, List<?> done, int event)
            throws UnreadableHistory {
        boolean same = asked.size() == done.size();
        for (int i = 0; same && i < asked.size(); i++) {
            same = asked.get(i) instanceof List<?> a
                    && done.get(i) instanceof List<?> b
                    && a.size() == b.size()
                    && a.size() == 3
                    && Objects.equals(a.get(0), b.get(0))
                    && Objects.equals(a.get(1), b.get(1))
                    && ("r".equals(a.get(0)) || Objects.equals(a.get(2), b.get(2)));
        }
        if (!same) {
            throw new UnreadableHistory(
                    at(event) + ": completes " + done + ", but was invoked as " + asked);
        }
    }

    private void add(int op, int transaction, Object operation, int event)
            throws UnreadableHistory {
        if (!(operation instanceof List<?> parts)
                || parts.size() != 3
                || !(parts.get(0) instanceof String what)
                || parts.get(1) == null) {
            throw new UnreadableHistory(at(event)
                    + ": expected a micro-operation [r key value], [append key value] or"
                    + " [w key value], found " + operation);
        }
        room(op);
        int key = key(parts.get(1));
        Object value = parts.get(2);
        store.key[op] = key;
        store.argument[op] = value;
        switch (what) {
            case "r" -> {
                store.kind[op] = Transactions.READ;
                store.version[op] = Versions.NONE;
                listsRead |= store.status[transaction] == Transactions.OK && value instanceof List;
            }
            case "append", "w" -> {
                appends |= what.equals("append");
                writes |= what.equals("w");
                write(op, transaction, event);
            }
            default ->
                throw new UnreadableHistory(at(event) + ": expected r, append or w, found " + what);
        }
    }

    private void write(int op, int transaction, int event) throws UnreadableHistory {
        if (store.argument[op] == null) {
            throw new UnreadableHistory(at(event) + ": writes nil to " + keys.get(store.key[op])
                    + "; expected a value");
        }
        store.kind[op] = Transactions.WRITE;
        int version = store.versions.intern(store.key[op], store.argument[op]);
        store.version[op] = version;
        store.versions.written(
                version, transaction, store.status[transaction] == Transactions.FAILED);
    }

    private int key(Object key) {
        Integer known = keyIds.putIfAbsent(key, keys.size());
        if (known != null) {
            return known;
        }
        keys.add(key);
        return keys.size() - 1;
    }

    private void room(int op) {
        if (op == store.kind.length) {
            trim(op * 2);
        }
    }

    private void trim(int length) {
        store.kind = Arrays.copyOf(store.kind, length);
        store.key = Arrays.copyOf(store.key, length);
        store.version = Arrays.copyOf(store.version, length);
        store.argument = Arrays.copyOf(store.argument, length);
    }

    private static String at(int event) {
        return "event " + event;
    }
}
