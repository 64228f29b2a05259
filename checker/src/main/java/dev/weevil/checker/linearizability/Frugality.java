package dev.weevil.checker.linearizability;

import java.util.Arrays;

/**
 * The configurations a search has seen, told apart by which operations that never return were spent on
 * reaching them. Whoever comes to the same with more spent, or with a debt besides, need not go on:
 * whatever may follow there could follow where less was spent, with the rest never taking effect. Once
 * full it forgets all, which costs time and no correctness. One thread; reused.
 */
final class Frugality {

    /** Where the first word of a key tells the debt: 0 where there is none. */
    private static final long DEBT = (1L << 21) - 1;

    /** Entries there is always room for, however few bytes. */
    private static final int FEWEST = 16;

    private static final int SMALLEST = 1 << 10;
    private static final int KEPT = 1 << 15;
    private static final int LONGEST_LOOK = 256;

    /** By word of a key: the bits of operations that never return. */
    private long[] open = new long[2];

    private int words = 2;

    /** By place: the entry that came there last, plus one. */
    private int[] latest = new int[SMALLEST];

    /** By entry: the one that came to its place before it, plus one. */
    private int[] older = new int[SMALLEST];

    private long[] entries = new long[2 * SMALLEST];
    private int count;
    private int most;

    /** Forgets all; then for keys of this many words. */
    void reset(int wordsPerKey, Chronology part, long bytes) {
        words = wordsPerKey;
        most = (int)
                Math.max(FEWEST, Math.min(Integer.MAX_VALUE / 4 / words, bytes / 32 / (words + 1)));
        release();
        open = new long[words];
        for (int slot = part.reusedSlots; slot < part.slots; slot++) {
            open[1 + (slot >> 6)] |= 1L << slot;
        }
    }

    /** Forgets all, and lets go of what is large. */
    void release() {
        if (older.length > KEPT || entries.length > 4 * KEPT) {
            older = new int[SMALLEST];
            latest = new int[SMALLEST];
            entries = new long[2 * SMALLEST];
        } else if (count > 0) {
            Arrays.fill(latest, 0);
        }
        count = 0;
    }

    /** Whether nothing like it was seen with as little spent; it is seen then. */
    boolean add(long[] key) {
        int looked = 0;
        for (int entry = latest[place(key)];
                entry > 0 && looked < LONGEST_LOOK;
                entry = older[entry - 1]) {
            if (isAsGood((entry - 1) * words, key)) {
                return false;
            }
            looked++;
        }
        put(key);
        return true;
    }

    /** Whether the entry is the same, with no debt or the same one, and spent nothing else. */
    private boolean isAsGood(int at, long[] key) {
        long first = entries[at];
        if (first != key[0] && first != (key[0] & ~DEBT)) {
            return false;
        }
        for (int word = 1; word < words; word++) {
            long differs = entries[at + word] ^ key[word];
            if ((differs & ~open[word]) != 0 || (differs & entries[at + word]) != 0) {
                return false;
            }
        }
        return true;
    }

    private void put(long[] key) {
        if (count == most) {
            count = 0;
            Arrays.fill(latest, 0);
        } else if (count == older.length) {
            grow();
        }
        if ((count + 1) * words > entries.length) {
            entries = Arrays.copyOf(entries, Math.max((count + 1) * words, 2 * entries.length));
        }
        System.arraycopy(key, 0, entries, count * words, words);
        file(count++, place(key));
    }

    private void file(int entry, int place) {
        older[entry] = latest[place];
        latest[place] = entry + 1;
    }

    private void grow() {
        older = new int[2 * older.length];
        latest = new int[2 * latest.length];
        long[] key = new long[words];
        for (int entry = 0; entry < count; entry++) {
            System.arraycopy(entries, entry * words, key, 0, words);
            file(entry, place(key));
        }
    }

    /** The same for all that differ in what was spent and owed alone. */
    private int place(long[] key) {
        long hash = (key[0] & ~DEBT) * 0x9E3779B97F4A7C15L;
        for (int word = 1; word < words; word++) {
            hash ^= hash >>> 32;
            hash = (hash ^ (key[word] & ~open[word])) * 0x9E3779B97F4A7C15L;
        }
        return (int) (hash >>> 32) & (latest.length - 1);
    }
}
