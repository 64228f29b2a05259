package dev.weevil.checker.history;

import java.util.Arrays;

/**
 * Numbers values, equal ones alike, so that whoever compares them compares integers. Id 0 is {@code
 * null}. Values must not change once they are in.
 *
 * <p>Not safe for threads while values are added; reading is.
 */
public final class Values {

    /** The id of {@code null}. */
    public static final int NIL = 0;

    private Object[] values = new Object[16];
    private int[] hashes = new int[16];
    private int[] table = new int[32];
    private int size = 1;

    /** The id of a value, a new one where it was not seen before. */
    public int add(Object value) {
        if (value == null) {
            return NIL;
        }
        int hash = mix(value.hashCode());
        int slot = slot(value, hash);
        if (table[slot] != 0) {
            return table[slot];
        }
        if (size == values.length) {
            grow();
            slot = slot(value, hash);
        }
        values[size] = value;
        hashes[size] = hash;
        table[slot] = size;
        return size++;
    }

    /** The id of a value, or -1 where it was never added. */
    public int find(Object value) {
        if (value == null) {
            return NIL;
        }
        int id = table[slot(value, mix(value.hashCode()))];
        return id == 0 ? -1 : id;
    }

    public Object get(int id) {
        if (id < 0 || id >= size) {
            throw new IndexOutOfBoundsException("value id " + id + " of " + size);
        }
        return values[id];
    }

    /** How many ids there are, that of {@code null} among them. */
    public int size() {
        return size;
    }

    private int slot(Object value, int hash) {
        int last = table.length - 1;
        int slot = hash & last;
        for (int id = table[slot]; id != 0; id = table[slot]) {
            if (hashes[id] == hash && values[id].equals(value)) {
                return slot;
            }
            slot = (slot + 1) & last;
        }
        return slot;
    }

    private void grow() {
        values = Arrays.copyOf(values, size * 2);
        hashes = Arrays.copyOf(hashes, size * 2);
        table = new int[size * 4];
        int last = table.length - 1;
        for (int id = 1; id < size; id++) {
            int slot = hashes[id] & last;
            while (table[slot] != 0) {
                slot = (slot + 1) & last;
            }
            table[slot] = id;
        }
    }

    private static int mix(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
