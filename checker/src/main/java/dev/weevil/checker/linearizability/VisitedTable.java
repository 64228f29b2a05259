package dev.weevil.checker.linearizability;

import java.util.Arrays;

/**
 * The configurations a search has seen, compared exactly: open addressing in one {@code long[]}, a
 * fixed number of words each. It grows to its limit and then forgets one for each it takes in, which
 * costs time and no correctness.
 *
 * <p>No key has a first word of 0.
 */
final class VisitedTable {

    private static final int PROBES = 8;
    private static final int SMALLEST = 64;
    private static final int KEPT = 1 << 15;

    private int words = 1;
    private int entries = SMALLEST;

    /** Only the beginning is in use; beyond it and in the spare one are remains of earlier use. */
    private long[] table = new long[SMALLEST];

    private long[] spare = new long[0];
    private int used;
    private int most;
    private int victim;
    private long forgotten;

    /** Empties the table for keys of this many words. */
    void reset(int wordsPerKey, long bytes) {
        words = wordsPerKey;
        most = (int)
                Math.max(SMALLEST, Math.min(1 << 29, Long.highestOneBit(bytes / 8 / wordsPerKey)));
        while ((long) most * words > Integer.MAX_VALUE - 8) {
            most /= 2;
        }
        entries = SMALLEST;
        table = emptied(table.length > KEPT ? new long[0] : table);
        spare = spare.length > KEPT ? new long[0] : spare;
        used = 0;
        forgotten = 0;
    }

    /** An array that is free of keys as far as it will be used, this one if it is long enough. */
    private long[] emptied(long[] array) {
        int length = entries * words;
        if (array.length < length) {
            return new long[length];
        }
        Arrays.fill(array, 0, length, 0);
        return array;
    }

    /** Whether the key was not there; it is afterwards. */
    boolean add(long[] key) {
        while (true) {
            int mask = entries - 1;
            int place = (int) (hash(key) & mask);
            for (int probe = 0; probe < PROBES; probe++) {
                int at = ((place + probe) & mask) * words;
                if (table[at] == 0) {
                    put(key, at);
                    used++;
                    return true;
                }
                if (same(key, at)) {
                    return false;
                }
            }
            if (entries == most) {
                victim = (victim + 1) & (PROBES - 1);
                put(key, ((place + victim) & mask) * words);
                forgotten++;
                return true;
            }
            grow();
        }
    }

    long size() {
        return used + forgotten;
    }

    private void put(long[] key, int at) {
        System.arraycopy(key, 0, table, at, words);
    }

    private boolean same(long[] key, int at) {
        for (int word = 0; word < words; word++) {
            if (table[at + word] != key[word]) {
                return false;
            }
        }
        return true;
    }

    private long hash(long[] key) {
        long hash = 0;
        for (int word = 0; word < words; word++) {
            hash = (hash ^ key[word]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    /** Doubles, or more where keys crowd; what finds no place is forgotten. */
    private void grow() {
        long[] before = table;
        int held = entries * words;
        entries *= 2;
        table = emptied(spare);
        spare = before.length > KEPT ? new long[0] : before;
        long[] key = new long[words];
        used = 0;
        for (int at = 0; at < held; at += words) {
            if (before[at] != 0) {
                System.arraycopy(before, at, key, 0, words);
                replant(key);
            }
        }
    }

    private void replant(long[] key) {
        int mask = entries - 1;
        int place = (int) (hash(key) & mask);
        for (int probe = 0; probe < PROBES; probe++) {
            int at = ((place + probe) & mask) * words;
            if (table[at] == 0) {
                put(key, at);
                used++;
                return;
            }
        }
        forgotten++;
    }
}
