package dev.weevil.checker.linearizability;

import java.util.Arrays;

/** A stack of integers. */
final class IntStack {

    private int[] items = new int[32];
    private int size;

    void push(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int pop() {
        return items[--size];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Turns round the order of the triples pushed since, each of them staying as it is. */
    void reverseTriples(int since) {
        for (int low = since, high = size - 3; low < high; low += 3, high -= 3) {
            for (int i = 0; i < 3; i++) {
                int item = items[low + i];
                items[low + i] = items[high + i];
                items[high + i] = item;
            }
        }
    }
}
