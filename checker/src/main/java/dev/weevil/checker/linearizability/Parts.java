package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
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

    /** Whether nothing is left to be ordered. */
    boolean isEmpty() {
        return start[count] == 0;
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
    int[] largestFirst() {
        long[] byLength = new long[count];
        for (int part = 0; part < count; part++) {
            byLength[part] = ((long) -length(part) << 32) | part;
        }
        Arrays.sort(byLength);
        int[] order = new int[count];
        for (int at = 0; at < count; at++) {
            order[at] = (int) byLength[at];
        }
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

    /** A number for each outcome, below 4. */
    static int rank(Outcome outcome) {
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
        int[] timeline = operations.timeline();
        int kept = 0;
        for (int moment : timeline) {
            if (partOf[moment >> 1] >= 0) {
                timeline[kept++] = moment;
            }
        }
        start = new int[count + 2];
        if (count <= 1) {
            events = timeline;
            start[1] = kept;
        } else {
            events = new int[kept];
            distribute(timeline);
        }
    }

    /** After all are put, the start of each part has moved to where the next one began. */
    private void distribute(int[] timeline) {
        for (int at = 0; at < events.length; at++) {
            start[partOf[timeline[at] >> 1] + 2]++;
        }
        for (int part = 2; part < start.length; part++) {
            start[part] += start[part - 1];
        }
        for (int at = 0; at < events.length; at++) {
            events[start[partOf[timeline[at] >> 1] + 1]++] = timeline[at];
        }
    }
}
