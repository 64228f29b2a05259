package dev.weevil.checker.linearizability;

import java.util.Arrays;

/** Operations with the gap each takes effect in, and their turn among those in the same gap. */
final class Placement {

    private final int[] operations;
    private final int[] gaps;
    private final int[] turns;
    private int size;

    Placement(int capacity) {
        operations = new int[capacity];
        gaps = new int[capacity];
        turns = new int[capacity];
    }

    void put(int operation, int gap, int turn) {
        operations[size] = operation;
        gaps[size] = gap;
        turns[size++] = turn;
    }

    /** By gap, then by turn. */
    int[] order(int gapCount) {
        int lastTurn = Arrays.stream(turns, 0, size).max().orElse(0);
        int[] byTurn = GapOrder.of(turns, size, lastTurn);
        int[] sortedGaps = Arrays.stream(byTurn).map(i -> gaps[i]).toArray();
        return Arrays.stream(GapOrder.of(sortedGaps, size, gapCount))
                .map(i -> operations[byTurn[i]])
                .toArray();
    }
}
