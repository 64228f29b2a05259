package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Compares an engine with the plain search: same answers, orders that are legal, and blame that is
 * illegal by itself.
 */
final class EngineComparison {

    private final Model<?> model;
    private final Shortcut engine;
    private final Map<String, Integer> reasons = new HashMap<>();
    private int compared;
    private int invalid;
    private int undecided;

    EngineComparison(Model<?> model, Shortcut engine) {
        this.model = model;
        this.engine = engine;
    }

    void assertBetweenThirtyAndSeventyPercentInvalid() {
        assertThat(invalid).isBetween(compared * 3 / 10, compared * 7 / 10);
    }

    void assertDecidedMost() {
        assertThat(undecided).isLessThan(compared / 5);
    }

    void assertGivenOften(String reason) {
        int times = reasons.entrySet().stream()
                .filter(said -> Pattern.compile(reason).matcher(said.getKey()).find())
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertThat(times).as("%s in %s", reason, reasons).isGreaterThan(99);
    }

    void compare(Operations operations) {
        Parts parts = Parts.of(operations, model);
        if (parts.count() == 0) {
            return;
        }
        Chronology chronology = new Chronology();
        chronology.load(parts, 0, new int[operations.size()]);
        Optional<Finding> found = engine.decide(new Problem(operations, model, chronology, 0));
        compared++;
        boolean legal = Plain.isLegal(operations, model);
        invalid += legal ? 0 : 1;
        if (found.isEmpty()) {
            undecided++;
            return;
        }
        Finding finding = found.get();
        assertThat(finding.is(Finding.Answer.VALID))
                .as("%s of %s", finding.reasons(), operations.asList())
                .isEqualTo(legal);
        if (legal) {
            replay(operations, model, finding.order());
        } else {
            blame(operations, finding);
        }
    }

    private void blame(Operations operations, Finding finding) {
        String reason = finding.reasons().get(0);
        int[] culprits = IntStream.of(finding.culprits()).sorted().toArray();
        reasons.merge(reason.replaceAll("[0-9]+", "_"), 1, Integer::sum);
        assertThat(Plain.isLegal(operations.select(culprits), model))
                .as("%s, by %s", reason, operations.view(culprits))
                .isFalse();
    }

    /** All that returned, each once, in an order the model and real time allow. */
    private static <S> void replay(Operations operations, Model<S> model, int[] order) {
        assertThat(IntStream.of(order).distinct().count()).isEqualTo(order.length);
        assertThat(IntStream.range(0, operations.size())
                        .filter(i -> operations.call(i).completed())
                        .allMatch(i -> IntStream.of(order).anyMatch(o -> o == i)))
                .isTrue();
        S state = model.initial();
        int moment = 0;
        for (int i : order) {
            Operation operation = operations.get(i);
            Optional<S> after = model.step(state, operation.call());
            assertThat(after).as("%s in %s", operation, operations.view(order)).isPresent();
            state = after.get();
            moment = Math.max(moment, operation.interval().invoked());
            assertThat(moment)
                    .as("%s in %s", operation, operations.view(order))
                    .isLessThanOrEqualTo(operation.interval().returned());
        }
    }
}
