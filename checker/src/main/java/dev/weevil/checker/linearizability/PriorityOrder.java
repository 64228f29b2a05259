package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Priority queues with distinct values, in O(n log n): values from the least to the greatest, each
 * inserted as late and polled as early as it can be.
 *
 * <p>A value may be polled only where nothing less is held; what is greater does not matter to it. So
 * the least value is free to choose, and the shorter it stays the fewer gaps it blocks for those after
 * it: the earliest gap left for its poll is the best. A poll that found nothing comes after all values.
 */
final class PriorityOrder implements Shortcut {

    private static final int MOST_BLAMED = 256;

    private final Exchanges exchanges = new Exchanges();
    private int[] sorted = new int[0];
    private int[] pollGap = new int[0];
    private int[] nextOpen = new int[0];

    @Override
    public Optional<Finding> decide(Problem problem) {
        if (!exchanges.load(problem)) {
            return Optional.empty();
        }
        Optional<Finding> wrong = exchanges.settle();
        if (wrong.isPresent() || !sort(problem)) {
            return wrong;
        }
        Optional<Finding> illegal = place();
        if (illegal.isPresent()) {
            return exchanges.crashedTakes ? Optional.empty() : illegal;
        }
        return Optional.of(problem.valid(merge()));
    }

    /** Whether the values have an order: all integers, or all with texts of their own. */
    private boolean sort(Problem problem) {
        Values values = problem.operations().values();
        int count = exchanges.count;
        Integer[] order = new Integer[count];
        Arrays.setAll(order, v -> v);
        boolean numbers = true;
        boolean texts = true;
        for (int v = 0; v < count; v++) {
            boolean number = values.get(exchanges.value[v]) instanceof Long;
            numbers &= number;
            texts &= !number;
        }
        if (numbers) {
            long[] keys = new long[count];
            Arrays.setAll(keys, v -> (Long) values.get(exchanges.value[v]));
            Arrays.sort(order, (a, b) -> Long.compare(keys[a], keys[b]));
        } else {
            Set<String> distinct = new HashSet<>();
            String[] keys = new String[count];
            for (int v = 0; v < count; v++) {
                keys[v] = values.get(exchanges.value[v]).toString();
                texts &= distinct.add(keys[v]);
            }
            Arrays.sort(order, (a, b) -> keys[a].compareTo(keys[b]));
        }
        sorted = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        return numbers || texts;
    }

    private Optional<Finding> place() {
        nextOpen = new int[exchanges.gaps + 2];
        Arrays.setAll(nextOpen, gap -> gap);
        pollGap = new int[exchanges.count + exchanges.empties];
        for (int rank = 0; rank < exchanges.count; rank++) {
            int v = sorted[rank];
            int gap = exchanges.taken(v) ? open(exchanges.takeFirst[v]) : exchanges.gaps;
            if (gap > exchanges.takeLast[v]) {
                return Optional.of(refuted(
                        exchanges.take[v],
                        rank,
                        problem().words(exchanges.take[v])
                                + " took a value when a lesser one was always held."));
            }
            pollGap[v] = gap;
            for (int g = open(exchanges.putLast[v] + 1); g < gap; g = open(g)) {
                nextOpen[g] = g + 1;
            }
        }
        return placeEmpty();
    }

    private Optional<Finding> placeEmpty() {
        for (int i = 0; i < exchanges.empties; i++) {
            int take = exchanges.empty[i];
            int gap = open(exchanges.first(take));
            if (gap > exchanges.last(take)) {
                return Optional.of(refuted(
                        take,
                        exchanges.count,
                        problem().words(take)
                                + " found nothing, but the priority-queue was never empty"
                                + " meanwhile."));
            }
            pollGap[exchanges.count + i] = gap;
        }
        return Optional.empty();
    }

    private Problem problem() {
        return exchanges.problem();
    }

    /** The first gap from here on that nothing placed so far blocks. */
    private int open(int gap) {
        int found = gap;
        while (nextOpen[found] != found) {
            nextOpen[found] = nextOpen[nextOpen[found]];
            found = nextOpen[found];
        }
        return found;
    }

    /** The values that block a poll, those that block these from leaving earlier, and so on. */
    private Finding refuted(int take, int rank, String reason) {
        Set<Integer> values = new HashSet<>();
        int from = exchanges.first(take);
        if (rank < exchanges.count) {
            values.add(sorted[rank]);
            from = exchanges.takeFirst[sorted[rank]];
        }
        block(from, Math.min(exchanges.last(take) + 1, exchanges.gaps), rank, values);
        List<Integer> involved = new ArrayList<>(values);
        involved.sort(Integer::compare);
        return problem().invalid(reason, exchanges.culprits(involved, take));
    }

    /**
     * Adds values less than that of the rank which together are held in all of these gaps, and those
     * that hold up these in turn. Stops at a number of values nobody would read.
     */
    private void block(int from, int to, int rank, Set<Integer> values) {
        IntStack work = new IntStack();
        push(work, from, to, rank);
        while (!work.isEmpty() && values.size() < MOST_BLAMED) {
            int below = work.pop();
            int until = work.pop();
            for (int gap = work.pop(); gap < until && values.size() < MOST_BLAMED; ) {
                int blocker = blocker(gap, below);
                int v = sorted[blocker];
                if (values.add(v) && exchanges.takeFirst[v] < pollGap[v]) {
                    push(work, exchanges.takeFirst[v], pollGap[v], blocker);
                }
                gap = pollGap[v];
            }
        }
    }

    private static void push(IntStack work, int from, int to, int rank) {
        work.push(from);
        work.push(to);
        work.push(rank);
    }

    private int blocker(int gap, int rank) {
        int best = -1;
        for (int r = 0; r < rank; r++) {
            int v = sorted[r];
            boolean holds = exchanges.putLast[v] < gap && gap < pollGap[v];
            if (holds && (best < 0 || pollGap[v] > pollGap[sorted[best]])) {
                best = r;
            }
        }
        return best;
    }

    /** Gap by gap: polls from the least up, those that found nothing, and then what stays. */
    private int[] merge() {
        int count = exchanges.count;
        int[] gaps = new int[2 * count + exchanges.empties];
        int[] operations = new int[gaps.length];
        int size = 0;
        for (int v : sorted) {
            if (exchanges.taken(v)) {
                boolean stays = exchanges.putLast[v] < pollGap[v];
                if (!stays) {
                    gaps[size] = pollGap[v];
                    operations[size++] = exchanges.put[v];
                }
                gaps[size] = pollGap[v];
                operations[size++] = exchanges.take[v];
            }
        }
        for (int i = 0; i < exchanges.empties; i++) {
            gaps[size] = pollGap[count + i];
            operations[size++] = exchanges.empty[i];
        }
        for (int v : sorted) {
            if (exchanges.putLast[v] < pollGap[v]) {
                gaps[size] = exchanges.putLast[v];
                operations[size++] = exchanges.put[v];
            }
        }
        int[] order = GapOrder.of(gaps, size, exchanges.gaps);
        return Arrays.stream(order).map(i -> operations[i]).toArray();
    }
}
