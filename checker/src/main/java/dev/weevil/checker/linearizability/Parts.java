package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Interval;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.history.Values;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Splits a history into independent objects, leaving out what tells nothing. Each part is the sequence
 * of its events in real-time order: twice the number of the operation, plus one for its return. An
 * operation that never returns has no second event.
 */
final class Parts {

    private static final int LEFT_OUT = -1;
    private static final int SPARSE = 8;

    private final Operations operations;
    private final int[] partOf;
    private int count;
    private int[] start;
    private int[] events;

    private Parts(Operations operations) {
        this.operations = operations;
        this.partOf = new int[operations.size()];
    }

    static Parts of(Operations operations, Model<?> model) {
        Parts parts = new Parts(operations);
        parts.assign(model);
        parts.leaveOut(model);
        parts.distribute();
        return parts;
    }

    int count() {
        return count;
    }

    /** Where a part begins among {@link #events}; it ends where the next one begins. */
    int start(int part) {
        return start[part];
    }

    int length(int part) {
        return start[part + 1] - start[part];
    }

    int[] events() {
        return events;
    }

    Operations operations() {
        return operations;
    }

    /** The parts, the longest first. */
    Integer[] largestFirst() {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, part -> part);
        Arrays.sort(order, (a, b) -> Integer.compare(length(b), length(a)));
        return order;
    }

    /** The numbers of a part's operations, ascending. */
    int[] members(int part) {
        return Arrays.stream(events, start[part], start[part + 1])
                .filter(code -> (code & 1) == 0)
                .map(code -> code >> 1)
                .toArray();
    }

    private void assign(Model<?> model) {
        if (model.partition().isPresent()) {
            assignBy(model.partition().get());
            return;
        }
        int[] partOfKey = new int[0];
        int none = LEFT_OUT;
        for (int i = 0; i < partOf.length; i++) {
            int key = operations.key(i);
            if (key < 0) {
                none = none < 0 ? count++ : none;
                partOf[i] = none;
                continue;
            }
            if (key >= partOfKey.length) {
                partOfKey = Arrays.copyOf(partOfKey, Math.max(key + 1, partOfKey.length * 2));
            }
            if (partOfKey[key] == 0) {
                partOfKey[key] = ++count;
            }
            partOf[i] = partOfKey[key] - 1;
        }
    }

    private void assignBy(Function<Operation, Object> partition) {
        Map<Object, Integer> known = new HashMap<>();
        for (int i = 0; i < partOf.length; i++) {
            Integer part = known.putIfAbsent(partition.apply(operations.get(i)), count);
            partOf[i] = part == null ? count++ : part;
        }
    }

    private void leaveOut(Model<?> model) {
        boolean general = model.family() == Family.GENERAL;
        byte[] known = new byte[operations.functions().size() * 8];
        for (int i = 0; i < partOf.length; i++) {
            int kind = operations.function(i) * 8
                    + rank(operations.outcome(i)) * 2
                    + (operations.result(i) == Values.NIL ? 1 : 0);
            if (general || known[kind] == 0) {
                known[kind] = (byte) (tells(operations.call(i), model) ? 1 : -1);
            }
            if (known[kind] < 0) {
                partOf[i] = LEFT_OUT;
            }
        }
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case OK -> 0;
            case FAIL -> 1;
            case INFO -> 2;
        };
    }

    /** A pure operation without a known result changes nothing and saw nothing. */
    private static boolean tells(Call call, Model<?> model) {
        return model.takesPart(call) && !(call.outcome() == Outcome.INFO && model.pure(call));
    }

    private void distribute() {
        start = new int[count + 2];
        int total = 0;
        for (int i = 0; i < partOf.length; i++) {
            if (partOf[i] >= 0) {
                int size = operations.returned(i) == Interval.OPEN ? 1 : 2;
                start[partOf[i] + 2] += size;
                total += size;
            }
        }
        for (int part = 2; part < start.length; part++) {
            start[part] += start[part - 1];
        }
        events = new int[total];
        if (operations.events() <= SPARSE * (long) total) {
            distributeByPosition();
        } else {
            distributeSorted(total);
        }
    }

    private void distributeByPosition() {
        int[] at = new int[operations.events()];
        for (int i = 0; i < partOf.length; i++) {
            if (partOf[i] >= 0) {
                at[operations.invoked(i)] = 2 * i + 1;
                if (operations.returned(i) != Interval.OPEN) {
                    at[operations.returned(i)] = 2 * i + 2;
                }
            }
        }
        for (int code : at) {
            if (code != 0) {
                put(code - 1);
            }
        }
    }

    private void distributeSorted(int total) {
        long[] at = new long[total];
        int size = 0;
        for (int i = 0; i < partOf.length; i++) {
            if (partOf[i] >= 0) {
                at[size++] = ((long) operations.invoked(i) << 32) | (2L * i);
                if (operations.returned(i) != Interval.OPEN) {
                    at[size++] = ((long) operations.returned(i) << 32) | (2L * i + 1);
                }
            }
        }
        Arrays.sort(at);
        for (long event : at) {
            put((int) event);
        }
    }

    /** After all are put, the start of each part has moved to where the next one began. */
    private void put(int code) {
        events[start[partOf[code >> 1] + 1]++] = code;
    }
}
