package dev.weevil.checker.linearizability;

/** Counts over gaps, lowered range by range; finds the next gap that nothing covers any more. */
final class CoverTree {

    private final int leaves;
    private final int[] least;
    private final int[] lowered;

    CoverTree(int[] counts, int gaps) {
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, gaps)) * 2);
        least = new int[2 * leaves];
        lowered = new int[2 * leaves];
        System.arraycopy(counts, 0, least, leaves, gaps);
        for (int node = leaves - 1; node > 0; node--) {
            least[node] = Math.min(least[2 * node], least[2 * node + 1]);
        }
    }

    /** One cover less on the gaps from {@code from} to before {@code to}. */
    void lower(int from, int to) {
        lower(1, 0, leaves, from, to);
    }

    private void lower(int node, int begin, int end, int from, int to) {
        if (to <= begin || end <= from) {
            return;
        }
        if (from <= begin && end <= to) {
            least[node]--;
            lowered[node]++;
            return;
        }
        int middle = (begin + end) >>> 1;
        lower(2 * node, begin, middle, from, to);
        lower(2 * node + 1, middle, end, from, to);
        least[node] = Math.min(least[2 * node], least[2 * node + 1]) - lowered[node];
    }

    /** The first uncovered gap from here on; gaps beyond the last are uncovered. */
    int nextFree(int from) {
        return nextFree(1, 0, leaves, from, 0);
    }

    private int nextFree(int node, int begin, int end, int from, int loweredAbove) {
        if (end <= from || least[node] - loweredAbove > 0) {
            return leaves;
        }
        if (end - begin == 1) {
            return begin;
        }
        int middle = (begin + end) >>> 1;
        int deeper = loweredAbove + lowered[node];
        int left = nextFree(2 * node, begin, middle, from, deeper);
        return left < leaves ? left : nextFree(2 * node + 1, middle, end, from, deeper);
    }
}
