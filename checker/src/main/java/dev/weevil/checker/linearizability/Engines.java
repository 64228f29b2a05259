package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;

import java.util.Optional;

/** Asks the engines about some operations of one object. */
record Engines(Model<?> model, Interruption interruption, long memoryBytes) {

    /**
     * A legal order of them, or empty where there is none.
     *
     * @throws Interruption.Interrupted where it cannot be told within the limits
     */
    Optional<int[]> order(Operations operations) {
        Parts parts = Parts.of(operations, model);
        int[] localOf = new int[operations.size()];
        int[] order = new int[0];
        for (int part = 0; part < parts.count(); part++) {
            Finding finding =
                    new Worker<>(parts, model, interruption, memoryBytes, localOf).decide(part);
            if (finding.is(Finding.Answer.INVALID)) {
                return Optional.empty();
            }
            if (finding.is(Finding.Answer.UNKNOWN)) {
                throw new Interruption.Interrupted("undecided");
            }
            order = finding.order();
        }
        return Optional.of(order);
    }
}
