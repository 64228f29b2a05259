package dev.weevil.checker.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which gaps a container certainly holds something: after the last gap in which a value may be put
 * in, and before the first in which it may be taken out. A take that found it empty needs another gap.
 */
final class Occupancy {

    private final Exchanges exchanges;
    private final int[] holds;
    private final int[] nextFree;

    Occupancy(Exchanges exchanges) {
        this.exchanges = exchanges;
        int gaps = exchanges.gaps;
        this.holds = new int[gaps + 2];
        for (int v = 0; v < exchanges.count; v++) {
            if (!exchanges.momentary(v)) {
                holds[exchanges.putLast[v] + 1]++;
                holds[exchanges.takeFirst[v]]--;
            }
        }
        for (int g = 0; g < gaps; g++) {
            holds[g + 1] += holds[g];
        }
        this.nextFree = new int[gaps + 1];
        nextFree[gaps] = gaps;
        for (int g = gaps - 1; g >= 0; g--) {
            nextFree[g] = holds[g] == 0 ? g : nextFree[g + 1];
        }
    }

    /** How many values it certainly holds in each gap. */
    int[] holds() {
        return holds;
    }

    /** The first gap from this one on in which it may be empty. */
    int nextFree(int gap) {
        return nextFree[gap];
    }

    /** The gap in which a take may have found it empty; beyond its last there is none. */
    int gapOf(int emptyTake) {
        return nextFree[exchanges.first(emptyTake)];
    }

    /** A take that found it empty although it never was meanwhile. */
    Optional<Finding> refute() {
        for (int i = 0; i < exchanges.empties; i++) {
            int take = exchanges.empty[i];
            if (gapOf(take) > exchanges.last(take)) {
                List<Integer> values = cover(exchanges.first(take), exchanges.last(take));
                Problem problem = exchanges.problem();
                return Optional.of(problem.invalid(
                        problem.words(take) + " found nothing, but the "
                                + problem.model().name() + " was never empty meanwhile.",
                        exchanges.culprits(values, take)));
            }
        }
        return Optional.empty();
    }

    /** Few values of which one is certainly held in each of these gaps. */
    private List<Integer> cover(int from, int to) {
        int[] byPut = GapOrder.of(exchanges.putLast, exchanges.count, exchanges.gaps);
        List<Integer> cover = new ArrayList<>();
        int next = 0;
        int best = byPut[0];
        for (int gap = from; gap <= to; gap = exchanges.takeFirst[best]) {
            while (next < byPut.length && exchanges.putLast[byPut[next]] < gap) {
                int v = byPut[next++];
                best = exchanges.takeFirst[v] > exchanges.takeFirst[best] ? v : best;
            }
            cover.add(best);
        }
        return cover;
    }
}
