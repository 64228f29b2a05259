package dev.weevil.checker.linearizability;

import java.util.Arrays;
import java.util.Optional;

/**
 * A legal order of a queue's operations: the values in an order that keeps both that of their enqueues
 * and that of their dequeues, every operation as early as those before it allow.
 *
 * <p>A dequeue that found nothing is treated as a value that comes and goes within one gap: it can only
 * if the queue is empty then.
 */
final class QueueOrder {

    private final Exchanges exchanges;
    private final int total;
    private final int[] putFirst;
    private final int[] putLast;
    private final int[] takeFirst;
    private final int[] takeLast;
    private final int[] order;
    private int ordered;

    QueueOrder(Exchanges exchanges, Occupancy occupancy) {
        this.exchanges = exchanges;
        this.total = exchanges.count + exchanges.empties;
        this.order = new int[total];
        this.putFirst = Arrays.copyOf(exchanges.putFirst, total);
        this.putLast = Arrays.copyOf(exchanges.putLast, total);
        this.takeFirst = Arrays.copyOf(exchanges.takeFirst, total);
        this.takeLast = Arrays.copyOf(exchanges.takeLast, total);
        for (int i = 0; i < exchanges.empties; i++) {
            int v = exchanges.count + i;
            int gap = occupancy.gapOf(exchanges.empty[i]);
            putFirst[v] = gap;
            putLast[v] = gap;
            takeFirst[v] = gap;
            takeLast[v] = gap;
        }
    }

    /** The order; empty only if there is none. */
    Optional<int[]> find() {
        sort();
        return ordered < total ? Optional.empty() : Optional.of(merge());
    }

    /** A value is next once no other left must be enqueued, or must be dequeued, before it. */
    private void sort() {
        boolean[] placed = new boolean[total];
        byte[] free = new byte[total];
        Gate puts = new Gate(putFirst, putLast);
        Gate takes = new Gate(takeFirst, takeLast);
        int ready = 0;
        while (true) {
            ready = puts.open(placed, free, ready);
            ready = takes.open(placed, free, ready);
            if (ordered == ready) {
                return;
            }
            placed[order[ordered++]] = true;
        }
    }

    /** Lets values through whose window begins before all windows left have ended. */
    private final class Gate {

        private final int[] first;
        private final int[] last;
        private final int[] byFirst;
        private final int[] byLast;
        private int through;
        private int earliest;

        Gate(int[] first, int[] last) {
            this.first = first;
            this.last = last;
            this.byFirst = GapOrder.of(first, total, exchanges.gaps);
            this.byLast = GapOrder.of(last, total, exchanges.gaps);
        }

        /** Values that passed both gates are appended to the order from {@code ready} on. */
        int open(boolean[] placed, byte[] free, int ready) {
            int end = ready;
            while (earliest < total && placed[byLast[earliest]]) {
                earliest++;
            }
            int limit = earliest < total ? last[byLast[earliest]] : exchanges.gaps;
            while (through < total && first[byFirst[through]] <= limit) {
                int v = byFirst[through++];
                if (++free[v] == 2) {
                    order[end++] = v;
                }
            }
            return end;
        }
    }

    /** A dequeue comes as soon as its turn and its call allow, before any enqueue that may wait. */
    private int[] merge() {
        int[] puts = turns(putFirst, new int[total]);
        int[] takes = turns(takeFirst, puts);
        int[] merged = new int[2 * total];
        int size = 0;
        int enqueued = 0;
        int dequeued = 0;
        while (enqueued < total || (dequeued < total && takes[dequeued] < exchanges.gaps)) {
            boolean leaves = dequeued < enqueued
                    && takes[dequeued] < exchanges.gaps
                    && (enqueued == total || takes[dequeued] <= puts[enqueued]);
            int v = order[leaves ? dequeued++ : enqueued++];
            if (v < exchanges.count) {
                merged[size++] = leaves ? exchanges.take[v] : exchanges.put[v];
            } else if (leaves) {
                merged[size++] = exchanges.empty[v - exchanges.count];
            }
        }
        return Arrays.copyOf(merged, size);
    }

    /** The gap in which each value has its turn, by its place in the order. */
    private int[] turns(int[] first, int[] notBefore) {
        int[] turns = new int[total];
        int latest = 0;
        for (int i = 0; i < total; i++) {
            latest = Math.max(latest, first[order[i]]);
            turns[i] = Math.max(latest, notBefore[i]);
        }
        return turns;
    }
}
