package dev.weevil.checker.linearizability;

import java.util.Arrays;

/** Numbers at places from 0, with the first above a threshold found in logarithmic time. */
final class MaxTree {

    /** Where nothing is. */
    static final int NOTHING = Integer.MIN_VALUE;

    private final int leaves;
    private final int[] greatest;

    MaxTree(int size) {
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, size - 1)) * 2);
        greatest = new int[2 * leaves];
        Arrays.fill(greatest, NOTHING);
    }

    /** Puts all numbers at once. */
    void fill(int[] numbers, int count) {
        System.arraycopy(numbers, 0, greatest, leaves, count);
        for (int node = leaves - 1; node > 0; node--) {
            greatest[node] = Math.max(greatest[2 * node], greatest[2 * node + 1]);
        }
    }

    void set(int place, int number) {
        int node = place + leaves;
        greatest[node] = number;
        for (node >>= 1; node > 0; node >>= 1) {
            greatest[node] = Math.max(greatest[2 * node], greatest[2 * node + 1]);
        }
    }

    /** The first place from {@code from} to before {@code to} with more than the threshold, or -1. */
    int firstAbove(int from, int to, int threshold) {
        int node = from + leaves;
        if (from >= to) {
            return -1;
        }
        while (greatest[node] <= threshold) {
            while ((node & 1) == 1) {
                node >>= 1;
            }
            if (node == 0) {
                return -1;
            }
            node++;
        }
        while (node < leaves) {
            node *= 2;
            if (greatest[node] <= threshold) {
                node++;
            }
        }
        return node - leaves < to ? node - leaves : -1;
    }
}
