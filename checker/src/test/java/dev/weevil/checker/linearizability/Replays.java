package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.model.Model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a witness is one: legal when replayed, in real-time order, and with all that must be in it. */
final class Replays {

    private Replays() {}

    static <S> void assertLegal(List<Operation> witness, Operations operations, Model<S> model) {
        Map<Object, S> states = new HashMap<>();
        Set<Integer> present = new HashSet<>();
        int latestCall = -1;
        for (Operation operation : witness) {
            assertThat(operation.interval().returned()).isGreaterThan(latestCall);
            latestCall = Math.max(latestCall, operation.interval().invoked());
            S before = states.getOrDefault(operation.key(), model.initial());
            Optional<S> after = model.step(before, operation.call());
            assertThat(after).as("%s in %s: %s", operation, before, witness).isPresent();
            states.put(operation.key(), after.get());
            assertThat(present.add(operation.index())).isTrue();
        }
        for (Operation operation : operations.asList()) {
            if (model.takesPart(operation.call()) && operation.call().outcome() != Outcome.INFO) {
                assertThat(present).contains(operation.index());
            }
        }
    }
}
