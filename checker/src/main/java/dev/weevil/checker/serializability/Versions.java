package dev.weevil.checker.serializability;

import java.util.Arrays;

/**
 * The versions of all keys: a version is a key with a value written to it (or read from it). Numbered
 * from 0 in the order of first sight. The state of a key before its first write is {@link #INITIAL}.
 */
final class Versions {

    /** The version of any key nobody has written to. */
    static final int INITIAL = -1;

    /** In place of a version: not known, or not there. */
    static final int NONE = -2;

    /** In place of a writer: nobody. */
    static final int NOBODY = -1;

    private int[] table = new int[64];
    private int[] hashes = new int[16];
    private Object[] values = new Object[16];
    private final IntColumn keys = new IntColumn();
    private final IntColumn writers = new IntColumn();
    private final IntColumn failedWriters = new IntColumn();
    private final IntColumn rivals = new IntColumn();

    int size() {
        return keys.size();
    }

    int key(int version) {
        return keys.get(version);
    }

    Object value(int version) {
        return values[version];
    }

    /** The transaction that wrote it and did not fail, or {@link #NOBODY}. */
    int writer(int version) {
        return version < 0 ? NOBODY : writers.get(version);
    }

    /** A failed transaction that wrote it, or {@link #NOBODY}. */
    int failedWriter(int version) {
        return failedWriters.get(version);
    }

    /** A second writer that did not fail: reads of it cannot tell which one they saw. */
    int rival(int version) {
        return rivals.get(version);
    }

    /** Whether only failed transactions wrote it. */
    boolean aborted(int version) {
        return version >= 0
                && writers.get(version) == NOBODY
                && failedWriters.get(version) != NOBODY;
    }

    boolean unwritten(int version) {
        return writers.get(version) == NOBODY && failedWriters.get(version) == NOBODY;
    }

    /** Notes who wrote it. */
    void written(int version, int transaction, boolean failed) {
        if (failed) {
            failedWriters.set(version, transaction);
        } else if (writers.get(version) == NOBODY) {
            writers.set(version, transaction);
        } else {
            rivals.set(version, transaction);
        }
    }

    /** The version of this key and value, a new one if it was never seen. */
    int intern(int key, Object value) {
        int hash = hash(key, value);
        int slot = slot(key, value, hash);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        int version = size();
        if (version == values.length) {
            grow();
            slot = slot(key, value, hash);
        }
        table[slot] = version + 1;
        hashes[version] = hash;
        values[version] = value;
        keys.add(key);
        writers.add(NOBODY);
        failedWriters.add(NOBODY);
        rivals.add(NOBODY);
        return version;
    }

    private int slot(int key, Object value, int hash) {
        int last = table.length - 1;
        int slot = hash & last;
        for (int entry = table[slot]; entry != 0; entry = table[slot]) {
            int version = entry - 1;
            if (hashes[version] == hash
                    && keys.get(version) == key
                    && values[version].equals(value)) {
                return slot;
            }
            slot = (slot + 1) & last;
        }
        return slot;
    }

    private void grow() {
        int capacity = values.length * 2;
        hashes = Arrays.copyOf(hashes, capacity);
        values = Arrays.copyOf(values, capacity);
        table = new int[capacity * 4];
        int last = table.length - 1;
        for (int version = 0; version < size(); version++) {
            int slot = hashes[version] & last;
            while (table[slot] != 0) {
                slot = (slot + 1) & last;
            }
            table[slot] = version + 1;
        }
    }

    private static int hash(int key, Object value) {
        int hash = (key * 0x9E3779B9 + value.hashCode()) * 0x85EBCA6B;
        return hash ^ (hash >>> 15);
    }
}
