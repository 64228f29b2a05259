package dev.weevil.checker.linearizability;

import java.util.Arrays;

/**
 * A legal order of a stack's operations. Values that nest are told from the bottom up and from early to
 * late; those that come and go within one gap, and pops that found nothing, are put in between.
 */
final class StackOrder {

    private final Exchanges exchanges;
    private final int[] nested;
    private final int[] pushGap;
    private final int[] depth;
    private int size;
    private final int[] momentary;
    private final int[] momentGap;
    private final int[] byMoment;
    private int moment;
    private final int[] merged;
    private int length;
    private int latest;

    StackOrder(Exchanges exchanges, Occupancy occupancy) {
        this.exchanges = exchanges;
        this.nested = new int[exchanges.count];
        this.pushGap = new int[exchanges.count];
        this.depth = new int[exchanges.count];
        this.merged = new int[2 * exchanges.count + exchanges.empties];
        int[] items = new int[exchanges.count + exchanges.empties];
        int[] gaps = new int[items.length];
        int moments = 0;
        for (int v = 0; v < exchanges.count; v++) {
            if (exchanges.momentary(v)) {
                items[moments] = v;
                gaps[moments++] = exchanges.takeFirst[v];
            }
        }
        for (int i = 0; i < exchanges.empties; i++) {
            items[moments] = exchanges.count + i;
            gaps[moments++] = Math.min(occupancy.gapOf(exchanges.empty[i]), exchanges.gaps);
        }
        this.momentary = items;
        this.momentGap = gaps;
        this.byMoment = GapOrder.of(gaps, moments, exchanges.gaps);
    }

    /** The value is pushed in this gap onto that many others. */
    void nest(int value, int gap, int above) {
        nested[size] = value;
        pushGap[size] = gap;
        depth[size++] = above;
    }

    int[] merge() {
        IntStack stack = new IntStack();
        for (int i = 0; i < size; i++) {
            while (stack.size() > depth[i]) {
                pop(stack);
            }
            moments(pushGap[i]);
            put(exchanges.put[nested[i]]);
            stack.push(nested[i]);
        }
        while (!stack.isEmpty()) {
            pop(stack);
        }
        moments(exchanges.gaps);
        return Arrays.copyOf(merged, length);
    }

    /** A value is popped in the gap after the last core above it; what comes before that is told first. */
    private void pop(IntStack stack) {
        int v = stack.pop();
        latest = Math.max(latest, exchanges.takeFirst[v]);
        if (exchanges.taken(v)) {
            moments(latest - 1);
            put(exchanges.take[v]);
        }
    }

    private void moments(int gap) {
        while (moment < byMoment.length && momentGap[byMoment[moment]] <= gap) {
            int item = momentary[byMoment[moment++]];
            if (item < exchanges.count) {
                put(exchanges.put[item]);
                put(exchanges.take[item]);
            } else {
                put(exchanges.empty[item - exchanges.count]);
            }
        }
    }

    private void put(int operation) {
        merged[length++] = operation;
    }
}
