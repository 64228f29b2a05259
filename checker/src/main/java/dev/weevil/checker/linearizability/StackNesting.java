package dev.weevil.checker.linearizability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Stacks with distinct values, in O(n log n), by taking away one value after another as Lee and Mathur
 * do (Efficient decrease-and-conquer linearizability monitoring, 2025).
 *
 * <p>A value that can be pushed and popped within one gap disturbs nobody. Any other is certainly there
 * in a run of gaps, its core. Where no core lies the stack may be taken to be empty: what must be gone
 * by then can be popped before, with the same nesting. Over a stretch of gaps without such a place some
 * value must lie below all others there: one that may be pushed before the first core of the stretch
 * must have begun, and popped after the last must have ended. If several can, any of them will do,
 * since the others can be moved above it. Without it the stretch falls apart into smaller ones. There
 * is no order iff some stretch has no value to lie below.
 *
 * <p>A value that may be early enough in its stretch is so in all smaller ones, and likewise for late
 * enough; so each is found out once, with a tree over values by the ends of their pushes.
 */
final class StackNesting implements Shortcut {

    private final Exchanges exchanges = new Exchanges();
    private int[] values = new int[0];
    private int count;
    private int[] rankAt = new int[0];
    private MaxTree waitingForStart = new MaxTree(1);
    private MaxTree waitingForEnd = new MaxTree(1);
    private MaxTree candidates = new MaxTree(1);
    private MaxTree left = new MaxTree(1);
    private byte[] passed = new byte[0];
    private CoverTree cover = new CoverTree(new int[1], 1);

    @Override
    public Optional<Finding> decide(Problem problem) {
        if (!exchanges.load(problem)) {
            return Optional.empty();
        }
        Optional<Finding> wrong = exchanges.settle();
        if (wrong.isPresent()) {
            return wrong;
        }
        Occupancy occupancy = new Occupancy(exchanges);
        Optional<Finding> illegal = occupancy.refute();
        StackOrder order = new StackOrder(exchanges, occupancy);
        if (illegal.isEmpty()) {
            prepare(occupancy);
            illegal = nest(order);
        }
        if (illegal.isPresent()) {
            return exchanges.crashedTakes ? Optional.empty() : illegal;
        }
        return Optional.of(problem.valid(order.merge()));
    }

    /** Values with a core, by its first gap. */
    private void prepare(Occupancy occupancy) {
        int[] byCore = GapOrder.of(exchanges.putLast, exchanges.count, exchanges.gaps);
        values = Arrays.stream(byCore).filter(v -> !exchanges.momentary(v)).toArray();
        count = values.length;
        rankAt = new int[exchanges.gaps + 2];
        for (int v : values) {
            rankAt[exchanges.putLast[v] + 2]++;
        }
        for (int gap = 0; gap <= exchanges.gaps; gap++) {
            rankAt[gap + 1] += rankAt[gap];
        }
        waitingForStart =
                tree(Arrays.stream(values).map(v -> -exchanges.putFirst[v]).toArray());
        waitingForEnd =
                tree(Arrays.stream(values).map(v -> exchanges.takeLast[v]).toArray());
        left = tree(new int[count]);
        candidates = new MaxTree(Math.max(1, count));
        passed = new byte[count];
        cover = new CoverTree(occupancy.holds(), exchanges.gaps);
    }

    private static MaxTree tree(int[] numbers) {
        MaxTree tree = new MaxTree(Math.max(1, numbers.length));
        tree.fill(numbers, numbers.length);
        return tree;
    }

    /** Takes stretches from a stack of them, the earliest first, each before those within it. */
    private Optional<Finding> nest(StackOrder order) {
        IntStack stretches = new IntStack();
        divide(0, count, 0, stretches);
        while (!stretches.isEmpty()) {
            int depth = stretches.pop();
            int to = stretches.pop();
            int from = stretches.pop();
            int first = left.firstAbove(from, to, MaxTree.NOTHING);
            int start = exchanges.putLast[values[first]];
            int end = cover.nextFree(start + 1);
            admit(waitingForStart, from, to, -start - 1);
            admit(waitingForEnd, from, to, end - 1);
            int bottom = candidates.firstAbove(from, to, MaxTree.NOTHING);
            if (bottom < 0) {
                return Optional.of(refuted(from, to, end));
            }
            order.nest(values[bottom], start, depth);
            remove(bottom);
            divide(from, to, depth + 1, stretches);
        }
        return Optional.empty();
    }

    /** Those that are early, or late, enough for this stretch need not wait for it any more. */
    private void admit(MaxTree waiting, int from, int to, int threshold) {
        for (int rank = waiting.firstAbove(from, to, threshold);
                rank >= 0;
                rank = waiting.firstAbove(rank + 1, to, threshold)) {
            waiting.set(rank, MaxTree.NOTHING);
            if (++passed[rank] == 2) {
                candidates.set(rank, 0);
            }
        }
    }

    private void remove(int rank) {
        left.set(rank, MaxTree.NOTHING);
        candidates.set(rank, MaxTree.NOTHING);
        int v = values[rank];
        cover.lower(exchanges.putLast[v] + 1, exchanges.takeFirst[v]);
    }

    /** Puts the stretches these values form on the stack, the earliest on top. */
    private void divide(int from, int to, int depth, IntStack stretches) {
        int mark = stretches.size();
        int first = left.firstAbove(from, to, MaxTree.NOTHING);
        while (first >= 0) {
            int end = cover.nextFree(exchanges.putLast[values[first]] + 1);
            int next = Math.min(to, rankAt[end + 1]);
            stretches.push(first);
            stretches.push(next);
            stretches.push(depth);
            first = left.firstAbove(next, to, MaxTree.NOTHING);
        }
        stretches.reverseTriples(mark);
    }

    /** A chain of values from the first core of the stretch to its last, none of them below all. */
    private Finding refuted(int from, int to, int end) {
        List<Integer> chain = new ArrayList<>();
        int rank = left.firstAbove(from, to, MaxTree.NOTHING);
        int reached = exchanges.putLast[values[rank]] + 1;
        int best = values[rank];
        while (reached < end) {
            while (rank >= 0 && exchanges.putLast[values[rank]] < reached) {
                int v = values[rank];
                best = exchanges.takeFirst[v] > exchanges.takeFirst[best] ? v : best;
                rank = left.firstAbove(rank + 1, to, MaxTree.NOTHING);
            }
            chain.add(best);
            reached = exchanges.takeFirst[best];
        }
        Problem problem = exchanges.problem();
        String names = String.join(
                ", ",
                chain.stream()
                        .map(v -> String.valueOf(
                                problem.operations().values().get(exchanges.value[v])))
                        .toList());
        return problem.invalid(
                "While " + names + " were pushed and popped the stack was never empty, yet none of"
                        + " them can have lain below the others: each was pushed too late or"
                        + " popped too early for that.",
                exchanges.culprits(chain));
    }
}
