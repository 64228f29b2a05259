package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;

import java.util.Arrays;
import java.util.Collection;

/**
 * The operations of a set sorted by element: the one that may add it, the one that may remove it, and
 * those that saw it present or absent. An add or remove that answered false only saw something.
 * Windows of time are in gaps, as in {@link Exchanges}.
 */
final class Elements {

    static final int NONE = -1;

    int count;
    int gaps;
    int[] add = new int[0];
    int[] remove = new int[0];

    /** Reads of the whole set. */
    int[] reads = new int[0];

    int readCount;
    boolean removes;

    private Problem problem;
    private int[] seen = new int[0];
    private int[] missed = new int[0];
    private int[] next = new int[0];
    private final ValueNumbers elements = new ValueNumbers();

    /** Whether each element is added once and removed once at most, and the set begins empty. */
    boolean load(Problem loaded) {
        problem = loaded;
        gaps = problem.chronology().length;
        count = 0;
        readCount = 0;
        removes = false;
        grow(problem.chronology().size);
        elements.begin(problem.operations().values().size());
        if (!(problem.model().initial() instanceof Collection<?> initial) || !initial.isEmpty()) {
            return false;
        }
        for (int i = 0; i < problem.chronology().size; i++) {
            if (!load(i)) {
                return false;
            }
        }
        return !removes || readCount == 0;
    }

    private void grow(int operations) {
        if (next.length < operations) {
            int capacity = operations + operations / 4;
            add = new int[capacity];
            remove = new int[capacity];
            reads = new int[capacity];
            seen = new int[capacity];
            missed = new int[capacity];
            next = new int[capacity];
        }
    }

    private boolean load(int i) {
        Operations operations = problem.operations();
        int original = problem.original(i);
        String function = operations.functions().get(operations.function(original));
        if (function.equals("read")) {
            reads[readCount++] = i;
            return operations.values().get(operations.result(original)) instanceof Collection;
        }
        int e = element(operations.argument(original));
        boolean no = answered(i, false);
        return switch (function) {
            case "contains" -> {
                if (no || answered(i, true)) {
                    link(no ? missed : seen, e, i);
                }
                yield true;
            }
            case "add" -> no ? link(seen, e, i) : claim(add, e, i);
            default -> {
                removes |= !no;
                yield no ? link(missed, e, i) : claim(remove, e, i);
            }
        };
    }

    private boolean link(int[] heads, int e, int i) {
        next[i] = heads[e];
        heads[e] = i;
        return true;
    }

    private static boolean claim(int[] role, int e, int i) {
        boolean unclaimed = role[e] == NONE;
        role[e] = i;
        return unclaimed;
    }

    private int element(int valueId) {
        if (!elements.knows(valueId)) {
            elements.give(valueId, count);
            add[count] = NONE;
            remove[count] = NONE;
            seen[count] = NONE;
            missed[count] = NONE;
            count++;
        }
        return elements.of(valueId);
    }

    /** The element of a value, or {@link #NONE} where no operation named it. */
    int find(Object value) {
        int id = problem.operations().values().find(value);
        return id < 0 || !elements.knows(id) ? NONE : elements.of(id);
    }

    boolean answered(int i, boolean answer) {
        int original = problem.original(i);
        Operations operations = problem.operations();
        return operations.outcome(original) == Outcome.OK
                && operations.values().get(operations.result(original)) instanceof Boolean said
                && said == answer;
    }

    boolean certain(int i) {
        return problem.operations().outcome(problem.original(i)) == Outcome.OK;
    }

    /** One that saw the element present, or {@link #NONE}; {@link #next} gives the others. */
    int seen(int e) {
        return seen[e];
    }

    int missed(int e) {
        return missed[e];
    }

    int next(int i) {
        return next[i];
    }

    int first(int i) {
        return problem.chronology().call[i];
    }

    int last(int i) {
        return problem.chronology().returns(i) ? problem.chronology().end[i] - 1 : gaps - 1;
    }

    static int[] culprits(int... operations) {
        return Arrays.stream(operations)
                .filter(i -> i != NONE)
                .sorted()
                .distinct()
                .toArray();
    }

    Problem problem() {
        return problem;
    }
}
