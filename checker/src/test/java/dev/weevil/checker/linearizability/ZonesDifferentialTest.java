package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.RandomHistories.Ask;
import dev.weevil.checker.linearizability.RandomHistories.Kind;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.model.ReadingRules;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Zones answer as a plain search does, for every reason they have, and their witnesses are legal. */
class ZonesDifferentialTest {

    private static final int ROUNDS = 24_000;

    /** Reasons that zones do not have for registers. */
    private static final String OF_APPENDS =
            ".* (saw something before|saw something that|appended in another place) .*";

    private final Map<String, Integer> reasons = new TreeMap<>();
    private int invalid;

    @Test
    void registersOfDistinctValues() {
        Model<?> model = Models.casRegister(0L, ReadingRules.KNOSSOS);
        compare(model, 8, ZonesDifferentialTest::register, ZonesDifferentialTest::read, 0.2, ".*");
        assertThat(reasons).hasSize(7);
    }

    @Test
    void keysWithDistinctPieces() {
        Model<?> model = Models.named("kv-append", Optional.empty(), ReadingRules.LITERAL);
        compare(
                model,
                7,
                ZonesDifferentialTest::keyValue,
                ZonesDifferentialTest::get,
                0.25,
                OF_APPENDS);
        assertThat(reasons).hasSize(3);
    }

    @Test
    void keysThatAreFirstWithoutAValue() {
        compare(
                Models.keyValue(),
                7,
                ZonesDifferentialTest::keyValue,
                ZonesDifferentialTest::get,
                0.25,
                OF_APPENDS);
    }

    @Test
    void listsOfDistinctElements() {
        compare(
                Models.appendList(),
                7,
                ZonesDifferentialTest::list,
                ZonesDifferentialTest::readList,
                0.35,
                OF_APPENDS);
    }

    private void compare(
            Model<?> model,
            int operations,
            Function<int[], Function<Random, Ask>> asks,
            BiFunction<Ask, Object, List<Object>> results,
            double corruption,
            String counted) {
        Random random = new Random(11);
        reasons.clear();
        invalid = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean distinct = random.nextInt(10) > 0;
            Kind kind = new Kind(
                    model,
                    asks.apply(new int[] {0, distinct ? 1 : 0}),
                    results,
                    0.15,
                    corruption,
                    random.nextInt(4) == 0 ? 0.1 : 0);
            History history = RandomHistories.of(kind, operations, random);
            compare(history.operations(), model, round, distinct);
        }
        assertThat(invalid).isBetween(ROUNDS * 3 / 10, ROUNDS * 7 / 10);
        reasons.keySet().removeIf(reason -> !reason.matches(counted));
        assertThat(reasons.values()).as(reasons.toString()).allMatch(count -> count >= 100);
    }

    private void compare(Operations operations, Model<?> model, int round, boolean distinct) {
        Examination examination = Examination.of(operations, model, Limits.none());
        boolean valid = examination.kind() == Verdict.Kind.VALID;
        assertThat(valid)
                .as("round %d: %s", round, operations.asList())
                .isEqualTo(Plain.isLegal(operations, model));
        if (valid) {
            Replays.assertLegal(examination.verdict().witness(), operations, model);
            return;
        }
        invalid++;
        if (distinct) {
            reasons.merge(shape(examination.reasons().get(0)), 1, Integer::sum);
        }
        if (round % 20 == 0) {
            assertCounterexample(operations, model, examination.verdict());
        }
    }

    /** A counterexample is few operations of the history, and illegal by itself. */
    private static void assertCounterexample(
            Operations operations, Model<?> model, Verdict verdict) {
        int[] blamed =
                verdict.counterexample().stream().mapToInt(Operation::index).toArray();
        assertThat(blamed).hasSizeBetween(1, 8);
        assertThat(Plain.isLegal(operations.select(blamed), model))
                .as(verdict.inWords())
                .isFalse();
    }

    /** A reason without its operations. */
    private static String shape(String reason) {
        return reason.replaceAll(
                "(read|write|cas|get|put|append)[^.;,]*? by client [0-9]+( \\(info\\))?", "_");
    }

    private static Function<Random, Ask> register(int[] counter) {
        return random -> switch (random.nextInt(5)) {
            case 0, 1 -> new Ask("read", null);
            case 2 -> new Ask("write", next(counter));
            default ->
                new Ask(
                        "cas",
                        List.of(
                                (long) Math.max(0, counter[0] - 1 + random.nextInt(4)),
                                next(counter)));
        };
    }

    /** A value of its own, but in every tenth history one that is used twice. */
    private static long next(int[] counter) {
        counter[0]++;
        return counter[1] == 0 && counter[0] == 3 ? 1 : counter[0];
    }

    private static List<Object> read(Ask ask, Object state) {
        if (!ask.function().equals("read")) {
            return new ArrayList<>(Arrays.asList(ask.argument()));
        }
        return List.of(state, 0L, 1L, 2L, 3L, 4L);
    }

    private static Function<Random, Ask> keyValue(int[] counter) {
        return random -> switch (random.nextInt(6)) {
            case 0, 1, 2 -> new Ask("get", null);
            case 3 -> new Ask("put", "" + (char) ('a' + counter[0]++));
            default -> new Ask("append", "" + (char) ('a' + counter[0]++));
        };
    }

    private static List<Object> get(Ask ask, Object state) {
        if (!ask.function().equals("get")) {
            return new ArrayList<>(Arrays.asList(ask.argument()));
        }
        String text = state instanceof String held ? held : "";
        String turned = new StringBuilder(text).reverse().toString();
        String shorter = text.isEmpty() ? "a" : text.substring(1);
        String longer = text + (char) ('a' + text.length());
        Object itself = state.equals(Models.NIL) ? null : state;
        return Arrays.asList(itself, null, turned, shorter, longer, "b" + text, "ab", "c");
    }

    private static Function<Random, Ask> list(int[] counter) {
        return random -> random.nextBoolean()
                ? new Ask("read", null)
                : new Ask("append", (long) counter[0]++);
    }

    private static List<Object> readList(Ask ask, Object state) {
        if (!ask.function().equals("read")) {
            return new ArrayList<>(Arrays.asList(ask.argument()));
        }
        return List.of(
                state, List.of(), List.of(0L), List.of(1L), List.of(0L, 1L), List.of(1L, 0L));
    }
}
