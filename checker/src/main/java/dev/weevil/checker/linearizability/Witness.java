package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The legal orders of all parts merged into one that keeps real time: each operation takes effect as
 * early as its part's order and its own call allow. Merged when first looked at.
 */
final class Witness extends AbstractList<Operation> implements RandomAccess {

    private final Operations operations;
    private final List<int[]> orders;
    private final int size;
    private int[] merged = new int[0];

    Witness(Operations operations, List<int[]> orders) {
        this.operations = operations;
        this.orders = List.copyOf(orders);
        this.size = orders.stream().mapToInt(order -> order.length).sum();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Operation get(int i) {
        return operations.get(order()[i]);
    }

    private synchronized int[] order() {
        if (merged.length < size) {
            merged = orders.size() == 1 ? orders.get(0) : merge();
        }
        return merged;
    }

    private int[] merge() {
        int[] next = new int[operations.events() + 1];
        for (int[] order : orders) {
            int moment = 0;
            for (int operation : order) {
                moment = Math.max(moment, operations.invoked(operation));
                next[moment + 1]++;
            }
        }
        for (int moment = 1; moment < next.length; moment++) {
            next[moment] += next[moment - 1];
        }
        int[] result = new int[size];
        for (int[] order : orders) {
            int moment = 0;
            for (int operation : order) {
                moment = Math.max(moment, operations.invoked(operation));
                result[next[moment]++] = operation;
            }
        }
        return result;
    }
}
