package dev.weevil.checker.linearizability;

/** Sorts by gap, in linear time; what is in one gap keeps its order. */
final class GapOrder {

    private GapOrder() {}

    /** The numbers from 0 to before {@code count}, by the gaps given for them. */
    static int[] of(int[] gap, int count, int gaps) {
        int[] start = new int[gaps + 2];
        for (int i = 0; i < count; i++) {
            start[gap[i] + 1]++;
        }
        for (int g = 0; g <= gaps; g++) {
            start[g + 1] += start[g];
        }
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[start[gap[i]]++] = i;
        }
        return order;
    }
}
