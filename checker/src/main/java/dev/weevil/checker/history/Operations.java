package dev.weevil.checker.history;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The operations of a history in the order of their invocations, kept by columns: function, key,
 * argument and result are ids, so that engines work on integers and a million operations fit in some
 * 50 MB. Immutable; made by a {@link Pairing}.
 */
public final class Operations {

    private final Columns columns;
    private final int[] selected;
    private final int events;
    private final int horizon;
    private final int reopened;

    Operations(Columns columns, int[] selected, int events) {
        this(columns, selected, events, Interval.OPEN, -1);
    }

    private Operations(Columns columns, int[] selected, int events, int horizon, int reopened) {
        this.reopened = reopened;
        this.columns = columns;
        this.selected = selected;
        this.events = events;
        this.horizon = horizon;
    }

    public static Operations of(History history) {
        Pairing pairing = new Pairing();
        history.events().forEach(pairing);
        return pairing.finish();
    }

    public int size() {
        return selected.length;
    }

    /** How many events the history has: an upper bound of every closed interval's end. */
    public int events() {
        return events;
    }

    public Values values() {
        return columns.values;
    }

    /** The function names, by the ids {@link #function} gives. */
    public List<String> functions() {
        return columns.functions();
    }

    public int process(int i) {
        return columns.process[selected[i]];
    }

    public int function(int i) {
        return columns.function[selected[i]];
    }

    /** The id of the key's value, or -1 where the operation names no key. */
    public int key(int i) {
        return columns.key[selected[i]];
    }

    public int argument(int i) {
        return columns.argument[selected[i]];
    }

    /** The id of what a {@code cas} expects, or -1 where the operation is none or carries no pair. */
    public int expected(int i) {
        return columns.expected[selected[i]];
    }

    /** The id of what a {@code cas} leaves, as {@link #expected}. */
    public int replacement(int i) {
        return columns.replacement[selected[i]];
    }

    public int result(int i) {
        return isKnown(i) ? columns.result[selected[i]] : Values.NIL;
    }

    public Outcome outcome(int i) {
        return isKnown(i) ? columns.outcome[selected[i]] : Outcome.INFO;
    }

    /** The position of the invocation. */
    public int invoked(int i) {
        return columns.invoked[selected[i]];
    }

    /** The position of the completion, {@link Interval#OPEN} unless ok or failed. */
    public int returned(int i) {
        return isKnown(i) ? columns.returned[selected[i]] : Interval.OPEN;
    }

    private boolean isKnown(int i) {
        return columns.returned[selected[i]] <= horizon && selected[i] != reopened;
    }

    public Call call(int i) {
        Values values = columns.values;
        return new Call(
                columns.functions().get(function(i)),
                values.get(argument(i)),
                outcome(i),
                values.get(result(i)));
    }

    public Operation get(int i) {
        Optional<Object> key =
                key(i) < 0 ? Optional.empty() : Optional.ofNullable(columns.values.get(key(i)));
        return new Operation(
                selected[i], process(i), key, call(i), new Interval(invoked(i), returned(i)));
    }

    /**
     * The moments of the history in real-time order: twice the number of an operation for its
     * invocation, and that plus one for its completion; an open operation has none. A new array.
     */
    public int[] timeline() {
        boolean whole = selected.length == columns.size && horizon == Interval.OPEN && reopened < 0;
        return whole ? Arrays.copyOf(columns.timeline, columns.timed) : Timeline.of(this);
    }

    /** The chosen operations alone, in the given order of their numbers, which must ascend. */
    public Operations select(int[] chosen) {
        int[] original = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            original[i] = selected[chosen[i]];
            if (i > 0 && original[i] <= original[i - 1]) {
                throw new IllegalArgumentException(
                        "operation " + chosen[i] + " chosen out of order");
            }
        }
        return new Operations(columns, original, events, horizon, reopened);
    }

    /**
     * The history as it was known right after an event: operations that returned later are open, and
     * those invoked later are not there.
     */
    public Operations until(int position) {
        int[] begun = Arrays.stream(selected)
                .filter(i -> columns.invoked[i] <= position)
                .toArray();
        return new Operations(columns, begun, events, Math.min(horizon, position), reopened);
    }

    /** The same, were it not known how one of them ended. */
    public Operations reopen(int i) {
        return new Operations(columns, selected, events, horizon, selected[i]);
    }

    /** A view of the chosen operations, made one by one when they are looked at. */
    public List<Operation> view(int[] chosen) {
        return new View(this, chosen.clone());
    }

    public List<Operation> asList() {
        int[] all = new int[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return new View(this, all);
    }

    private static final class View extends AbstractList<Operation> implements RandomAccess {

        private final Operations operations;
        private final int[] chosen;

        View(Operations operations, int[] chosen) {
            this.operations = operations;
            this.chosen = chosen;
        }

        @Override
        public Operation get(int i) {
            return operations.get(chosen[i]);
        }

        @Override
        public int size() {
            return chosen.length;
        }
    }
}
