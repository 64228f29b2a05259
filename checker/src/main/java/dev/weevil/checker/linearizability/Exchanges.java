package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.history.Values;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The operations of a container paired by value: who put a value in and who took it out.
 *
 * <p>Time is counted in gaps: gap {@code g} lies between event {@code g} and the next. An operation takes
 * effect in one of the gaps from its first to its last, and within one gap operations may come in any
 * order; so one certainly precedes another iff its last gap is before the other's first. A value never
 * taken is taken in the gap after all. One that may have been put in and was never taken is left out:
 * it need not have been.
 */
final class Exchanges {

    /** In place of an operation: there is none. */
    static final int NONE = -1;

    /** How many values there are. */
    int count;

    /** How many gaps there are; in the place of gap {@code gaps} lies what never happens. */
    int gaps;

    int[] put = new int[0];
    int[] take = new int[0];
    int[] putFirst = new int[0];
    int[] putLast = new int[0];
    int[] takeFirst = new int[0];
    int[] takeLast = new int[0];

    /** By value: its number among the values of the history. */
    int[] value = new int[0];

    /** Takes that found the container empty. */
    int[] empty = new int[0];

    int empties;

    /** Whether a take may have taken what nobody knows. */
    boolean crashedTakes;

    private Problem problem;
    private boolean distinct;
    private int takenAgain;
    private final ValueNumbers exchanged = new ValueNumbers();

    /** Whether every value was put in once at most, and the container begins empty. */
    boolean load(Problem loaded) {
        problem = loaded;
        count = 0;
        empties = 0;
        gaps = problem.chronology().length;
        crashedTakes = false;
        distinct = problem.model().initial() instanceof Collection<?> initial && initial.isEmpty();
        takenAgain = NONE;
        grow(problem.chronology().size);
        exchanged.begin(problem.operations().values().size());
        for (int i = 0; i < problem.chronology().size; i++) {
            add(i);
        }
        return distinct;
    }

    private void grow(int operations) {
        if (put.length < operations) {
            int capacity = operations + operations / 4;
            put = new int[capacity];
            take = new int[capacity];
            putFirst = new int[capacity];
            putLast = new int[capacity];
            takeFirst = new int[capacity];
            takeLast = new int[capacity];
            value = new int[capacity];
            empty = new int[capacity];
        }
    }

    private void add(int i) {
        Operations operations = problem.operations();
        int original = problem.original(i);
        if (puts(operations.functions().get(operations.function(original)))) {
            int v = exchange(operations.argument(original));
            distinct &= put[v] == NONE && operations.argument(original) != Values.NIL;
            put[v] = i;
        } else if (operations.outcome(original) != Outcome.OK) {
            crashedTakes = true;
        } else if (operations.result(original) == Values.NIL) {
            empty[empties++] = i;
        } else {
            int v = exchange(operations.result(original));
            takenAgain = take[v] == NONE ? takenAgain : i;
            take[v] = take[v] == NONE ? i : take[v];
        }
    }

    private static boolean puts(String function) {
        return switch (function) {
            case "enqueue", "push", "insert", "offer" -> true;
            default -> false;
        };
    }

    private int exchange(int valueId) {
        if (!exchanged.knows(valueId)) {
            exchanged.give(valueId, count);
            value[count] = valueId;
            put[count] = NONE;
            take[count] = NONE;
            count++;
        }
        return exchanged.of(valueId);
    }

    /**
     * Why the history is wrong by a single value, if it is. Otherwise the windows of all values are set,
     * cut to what the other half of the exchange allows.
     */
    Optional<Finding> settle() {
        if (takenAgain != NONE) {
            int v = exchange(problem.operations().result(problem.original(takenAgain)));
            return Optional.of(problem.invalid(
                    problem.words(takenAgain) + " took what " + problem.words(take[v])
                            + " took as well, although it was put in once.",
                    culprits(put[v], take[v], takenAgain)));
        }
        int kept = 0;
        for (int v = 0; v < count; v++) {
            if (put[v] == NONE) {
                return Optional.of(problem.invalid(
                        problem.words(take[v]) + " took a value that nobody had put in.", take[v]));
            }
            boolean mayNotBe = take[v] == NONE && !problem.chronology().returns(put[v]);
            if (!mayNotBe) {
                keep(v, kept++);
            }
        }
        count = kept;
        return early();
    }

    private void keep(int v, int place) {
        put[place] = put[v];
        take[place] = take[v];
        value[place] = value[v];
        putFirst[place] = first(put[place]);
        putLast[place] = last(put[place]);
        takeFirst[place] = take[place] == NONE ? gaps : first(take[place]);
        takeLast[place] = take[place] == NONE ? gaps : last(take[place]);
    }

    private Optional<Finding> early() {
        for (int v = 0; v < count; v++) {
            if (takeLast[v] < putFirst[v]) {
                return Optional.of(problem.invalid(
                        problem.words(take[v]) + " had returned before " + problem.words(put[v])
                                + " was called.",
                        put[v],
                        take[v]));
            }
            putLast[v] = Math.min(putLast[v], takeLast[v]);
            takeFirst[v] = Math.max(takeFirst[v], putFirst[v]);
        }
        return Optional.empty();
    }

    /** The first gap an operation may take effect in. */
    int first(int i) {
        return problem.chronology().call[i];
    }

    /** The last gap an operation may take effect in. */
    int last(int i) {
        return problem.chronology().returns(i) ? problem.chronology().end[i] - 1 : gaps - 1;
    }

    boolean taken(int v) {
        return take[v] != NONE;
    }

    /** Whether the value can be put in and taken out within one gap. */
    boolean momentary(int v) {
        return takeFirst[v] <= putLast[v];
    }

    /** Both halves of some exchanges and some operations besides. */
    int[] culprits(List<Integer> values, int... others) {
        int[] halves = values.stream()
                .flatMapToInt(v -> Arrays.stream(new int[] {put[v], take[v]}))
                .toArray();
        int[] all = Arrays.copyOf(halves, halves.length + others.length);
        System.arraycopy(others, 0, all, halves.length, others.length);
        return culprits(all);
    }

    private static int[] culprits(int... operations) {
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
