package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wing and Gong's search with Lowe's memory of configurations, word for word and unhurried. */
final class PlainSearch<S> {

    private record Configuration(BitSet done, Object state) {}

    private final Operations operations;
    private final Model<S> model;
    private final List<Call> calls = new ArrayList<>();
    private final Set<Configuration> seen = new HashSet<>();
    private final List<Integer> order = new ArrayList<>();
    private List<Integer> longest = List.of();

    PlainSearch(Operations operations, Model<S> model) {
        this.operations = operations;
        this.model = model;
        for (int i = 0; i < operations.size(); i++) {
            calls.add(operations.call(i));
        }
    }

    /** Whether some order is legal; {@link #order()} is then one, and else the longest found. */
    boolean decide() {
        return extend(new BitSet(), model.initial());
    }

    List<Integer> order() {
        return longest;
    }

    private boolean extend(BitSet done, S state) {
        if (order.size() > longest.size()) {
            longest = List.copyOf(order);
        }
        int firstReturn = firstReturn(done);
        if (firstReturn == Integer.MAX_VALUE) {
            longest = List.copyOf(order);
            return true;
        }
        for (int i = 0; i < calls.size() && operations.invoked(i) <= firstReturn; i++) {
            if (!done.get(i) && tryNext(i, done, state)) {
                return true;
            }
        }
        return false;
    }

    private boolean tryNext(int i, BitSet done, S state) {
        Optional<S> after = model.step(state, calls.get(i));
        if (after.isEmpty()) {
            return false;
        }
        BitSet more = (BitSet) done.clone();
        more.set(i);
        if (!seen.add(new Configuration(more, after.get()))) {
            return false;
        }
        order.add(i);
        boolean found = extend(more, after.get());
        order.remove(order.size() - 1);
        return found;
    }

    private int firstReturn(BitSet done) {
        int first = Integer.MAX_VALUE;
        for (int i = done.nextClearBit(0); i < calls.size(); i = done.nextClearBit(i + 1)) {
            first = Math.min(first, operations.returned(i));
        }
        return first;
    }
}
