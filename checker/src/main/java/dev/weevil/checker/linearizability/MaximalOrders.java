package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of few illegal operations the legal orders that cannot be prolonged, the longest first. */
final class MaximalOrders<S> {

    private static final int MOST_OPERATIONS = 8;
    private static final int MOST_ORDERS = 3;

    private final Operations operations;
    private final Model<S> model;
    private final Map<BitSet, int[]> orders = new LinkedHashMap<>();

    MaximalOrders(Operations operations, Model<S> model) {
        this.operations = operations;
        this.model = model;
    }

    /** One for each set of operations, a few at most; none where there are too many operations. */
    List<List<Operation>> find() {
        if (operations.size() > MOST_OPERATIONS) {
            return List.of();
        }
        extend(new ArrayList<>(), new BitSet(), model.initial());
        return orders.values().stream()
                .sorted(Comparator.comparing((int[] order) -> -order.length))
                .limit(MOST_ORDERS)
                .map(operations::view)
                .toList();
    }

    private void extend(List<Integer> order, BitSet done, S state) {
        boolean maximal = true;
        for (int i = 0; i < operations.size(); i++) {
            Optional<S> after =
                    mayBeNext(i, done) ? model.step(state, operations.call(i)) : Optional.empty();
            if (after.isPresent()) {
                maximal = false;
                order.add(i);
                done.set(i);
                extend(order, done, after.get());
                done.clear(i);
                order.remove(order.size() - 1);
            }
        }
        if (maximal) {
            orders.putIfAbsent(
                    (BitSet) done.clone(),
                    order.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private boolean mayBeNext(int i, BitSet done) {
        for (int other = 0; other < operations.size(); other++) {
            if (!done.get(other) && operations.returned(other) < operations.invoked(i)) {
                return false;
            }
        }
        return !done.get(i);
    }
}
