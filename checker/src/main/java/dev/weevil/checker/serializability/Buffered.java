package dev.weevil.checker.serializability;

import java.util.Arrays;

/**
 * The transitive reduction of real-time order, by keeping a buffer of completed transactions that no
 * later completed one follows. Each transaction follows those in the buffer when it begins; when it
 * completes it takes the place of those that completed before it began. The buffer is never longer
 * than transactions are concurrent.
 */
final class Buffered {

    interface Precedence {

        void link(int before, int after);
    }

    private final Transactions store;
    private final Precedence precedence;
    private int[] buffer = new int[8];
    private int size;

    private Buffered(Transactions store, Precedence precedence) {
        this.store = store;
        this.precedence = precedence;
    }

    /** Links the first {@code count} of the given transactions, which ascend. */
    static void reduce(Transactions store, int[] transactions, int count, Precedence precedence) {
        long[] ends = new long[count];
        int ended = 0;
        for (int i = 0; i < count; i++) {
            int t = transactions[i];
            if (store.completed[t] != Integer.MAX_VALUE) {
                ends[ended++] = (long) store.completed[t] << 32 | t;
            }
        }
        Arrays.sort(ends, 0, ended);
        Buffered buffered = new Buffered(store, precedence);
        int next = 0;
        for (int i = 0; i < count; i++) {
            int t = transactions[i];
            while (next < ended && (int) (ends[next] >>> 32) < store.invoked[t]) {
                buffered.complete((int) ends[next++]);
            }
            buffered.begin(t);
        }
    }

    private void begin(int t) {
        if (store.invoked[t] == TransactionReader.UNKNOWN_START) {
            return;
        }
        for (int i = 0; i < size; i++) {
            precedence.link(buffer[i], t);
        }
    }

    private void complete(int t) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (store.completed[buffer[i]] >= store.invoked[t]) {
                buffer[kept++] = buffer[i];
            }
        }
        size = kept;
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, size * 2);
        }
        buffer[size++] = t;
    }
}
