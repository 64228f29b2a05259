package dev.weevil.checker.serializability;

import java.util.Arrays;

/** Links each micro-operation to the one before it in its transaction on the same key. */
final class OperationLinks {

    static final int FIRST = -1;

    private OperationLinks() {}

    static int[] of(Transactions store) {
        int[] previous = new int[store.operations()];
        int[] latest = new int[store.keys.size()];
        Arrays.fill(latest, FIRST);
        for (int t = 0; t < store.count; t++) {
            for (int op = store.first[t]; op < store.first[t + 1]; op++) {
                int before = latest[store.key[op]];
                previous[op] = before >= store.first[t] ? before : FIRST;
                latest[store.key[op]] = op;
            }
        }
        return previous;
    }
}
