package dev.weevil.checker.linearizability;

import dev.weevil.checker.linearizability.RandomHistories.Ask;
import dev.weevil.checker.linearizability.RandomHistories.Kind;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The engines of queues, stacks and priority queues answer as a plain search does, their orders are
 * legal, and what they blame is illegal by itself.
 */
class ContainerDifferentialTest {

    private static final int ROUNDS = 20_000;

    static Stream<Arguments> subjects() {
        return Stream.of(
                subject(
                        Models.fifoQueue(),
                        new QueueSweep(),
                        "enqueue",
                        "dequeue",
                        "took what",
                        "nobody had put in",
                        "^(?!.*but).* was called",
                        "was called, but .* was called",
                        "nobody ever took the earlier one",
                        "was never empty meanwhile"),
                subject(
                        Models.stack(),
                        new StackNesting(),
                        "push",
                        "pop",
                        "took what",
                        "nobody had put in",
                        "was called",
                        "lain below",
                        "was never empty meanwhile"),
                subject(
                        Models.priorityQueue(),
                        new PriorityOrder(),
                        "insert",
                        "poll",
                        "took what",
                        "nobody had put in",
                        "was called",
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
        EngineComparison comparison = new EngineComparison(model, engine);
        Random random = new Random(name.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Kind kind = new Kind(
                    random.nextBoolean() ? other(model) : model,
                    asks(functions.get(0), functions.get(1), random),
                    (ask, state) -> results(ask),
                    random.nextInt(4) == 0 ? 0.15 : 0,
                    random.nextInt(3) == 0 ? 0 : 0.25,
                    random.nextInt(4) == 0 ? 0.1 : 0);
            int size = 5 + random.nextInt(4);
            comparison.compare(RandomHistories.of(kind, size, random).operations());
        }
        comparison.assertBetweenThirtyAndSeventyPercentInvalid();
        comparison.assertDecidedMost();
        expectedReasons.forEach(comparison::assertGivenOften);
    }

    /** A container that takes its values out in another order. */
    private static Model<?> other(Model<?> model) {
        return model.equals(Models.fifoQueue()) ? Models.stack() : Models.fifoQueue();
    }

    /**
     * What to ask for: values that are put in once, or again, or all before any is taken; some are put
     * in by nobody.
     */
    private static Function<Random, Ask> asks(String put, String take, Random shape) {
        List<Long> values = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L));
        boolean again = shape.nextInt(12) == 0;
        int first = shape.nextInt(8) == 0 ? 3 : 0;
        return random -> {
            boolean takes = first == 0 ? random.nextInt(9) >= 5 : values.size() <= 10 - first;
            if (takes) {
                return new Ask(take, null);
            }
            int at = random.nextInt(again ? 3 : values.size());
            return new Ask(put, again && first == 0 ? values.get(at) : values.remove(at));
        };
    }

    private static List<Object> results(Ask ask) {
        return ask.argument() == null
                ? Arrays.asList(null, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, null)
                : List.of(ask.argument());
    }
}
