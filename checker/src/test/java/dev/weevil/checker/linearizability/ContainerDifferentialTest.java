package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.RandomHistories.Ask;
import dev.weevil.checker.linearizability.RandomHistories.Kind;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The engines of queues, stacks and priority queues answer as a plain search does, their orders are
 * legal, and what they blame is illegal by itself.
 */
class ContainerDifferentialTest {

    private static final int ROUNDS = 20_000;

    private final Map<String, Integer> reasons = new HashMap<>();
    private int invalid;
    private int undecided;

    static Stream<Arguments> subjects() {
        return Stream.of(
                subject(
                        Models.fifoQueue(),
                        new QueueSweep(),
                        "enqueue",
                        "dequeue",
                        "took what",
                        "nobody had put in",
                        "was called.",
                        "nobody ever took the earlier one",
                        "was never empty meanwhile"),
                subject(
                        Models.stack(),
                        new StackNesting(),
                        "push",
                        "pop",
                        "took what",
                        "nobody had put in",
                        "was called.",
                        "lain below",
                        "was never empty meanwhile"),
                subject(
                        Models.priorityQueue(),
                        new PriorityOrder(),
                        "insert",
                        "poll",
                        "took what",
                        "nobody had put in",
                        "was called.",
                        "a lesser one was always held",
                        "was never empty meanwhile"));
    }

    private static Arguments subject(
            Model<?> model, Shortcut engine, String put, String take, String... reasons) {
        return Arguments.of(model.name(), model, engine, List.of(put, take), List.of(reasons));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subjects")
    void answersAsThePlainSearchDoes(
            String name,
            Model<?> model,
            Shortcut engine,
            List<String> functions,
            List<String> expectedReasons) {
        Random random = new Random(name.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Kind kind = new Kind(
                    random.nextInt(3) == 0 ? other(model) : model,
                    distinct(functions.get(0), functions.get(1)),
                    (ask, state) -> results(ask),
                    random.nextInt(4) == 0 ? 0.15 : 0,
                    random.nextInt(4) == 0 ? 0 : 0.3);
            int size = 5 + random.nextInt(4);
            compare(RandomHistories.of(kind, size, random).operations(), model, engine);
        }
        assertThat(invalid).isBetween(ROUNDS * 3 / 10, ROUNDS * 7 / 10);
        assertThat(undecided).isLessThan(ROUNDS / 5);
        for (String reason : expectedReasons) {
            assertThat(reasons.keySet().stream()
                            .filter(said -> said.contains(reason))
                            .mapToInt(reasons::get)
                            .sum())
                    .as(reason)
                    .isGreaterThan(99);
        }
    }

    /** A container that takes its values out in another order. */
    private static Model<?> other(Model<?> model) {
        return model.equals(Models.fifoQueue()) ? Models.stack() : Models.fifoQueue();
    }

    /** Values are never put in twice; some are put in by nobody. */
    private static Function<Random, Ask> distinct(String put, String take) {
        List<Long> values = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L));
        return random -> random.nextInt(9) < 5
                ? new Ask(put, values.remove(random.nextInt(values.size())))
                : new Ask(take, null);
    }

    private static List<Object> results(Ask ask) {
        return ask.argument() == null
                ? Arrays.asList(null, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, null)
                : List.of(ask.argument());
    }

    private void compare(Operations operations, Model<?> model, Shortcut engine) {
        Parts parts = Parts.of(operations, model);
        if (parts.count() == 0) {
            return;
        }
        Chronology chronology = new Chronology();
        chronology.load(parts, 0, new int[operations.size()]);
        Optional<Finding> found = engine.decide(new Problem(operations, model, chronology, 0));
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
            blame(operations, model, finding);
        }
    }

    private void blame(Operations operations, Model<?> model, Finding finding) {
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
