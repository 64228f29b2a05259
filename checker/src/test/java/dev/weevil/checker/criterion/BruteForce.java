package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Tries every order of few operations. */
final class BruteForce {

    private final List<Operation> operations;
    private final BiPredicate<Operation, Operation> precedes;
    private final Predicate<List<Operation>> legal;

    /**
     * What to try.
     *
     * @param precedes whether one operation must come before another
     * @param legal whether an order is allowed, asked of every beginning of it
     */
    BruteForce(
            List<Operation> operations,
            BiPredicate<Operation, Operation> precedes,
            Predicate<List<Operation>> legal) {
        this.operations = operations;
        this.precedes = precedes;
        this.legal = legal;
    }

    /** Whether some order of all operations is allowed, where those that are open may be missing. */
    boolean finds() {
        return finds(new ArrayList<>(), operations);
    }

    private boolean finds(List<Operation> order, List<Operation> left) {
        if (left.stream().allMatch(one -> one.call().indeterminate())) {
            return true;
        }
        for (Operation next : left) {
            if (left.stream()
                    .anyMatch(other -> !other.equals(next) && precedes.test(other, next))) {
                continue;
            }
            order.add(next);
            List<Operation> rest =
                    left.stream().filter(other -> !other.equals(next)).toList();
            if (legal.test(order) && finds(order, rest)) {
                return true;
            }
            order.remove(order.size() - 1);
        }
        return false;
    }
}
