package dev.weevil.checker.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.linearizability.RandomHistories;
import dev.weevil.checker.linearizability.RandomHistories.Ask;
import dev.weevil.checker.linearizability.RandomHistories.Kind;
import dev.weevil.checker.linearizability.Recording;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.model.ReadingRules;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Exactly once, by hand and against the definition read element by element. */
class SingleExecutionTest {

    private static final int ROUNDS = 20_000;

    private static Verdict check(Recording recording, Model<?> model) {
        return Criterion.EXACTLY_ONCE.check(recording.history().operations(), model, Limits.none());
    }

    private static Model<?> texts() {
        return Models.named("kv-append", Optional.empty(), ReadingRules.LITERAL);
    }

    @Test
    void anAppendedTextMayNotStandThereTwice() {
        Recording recording = new Recording()
                .alone(1, "append", "x 1 0 y", "x 1 0 y")
                .alone(2, "get", null, "x 1 0 y");
        assertThat(check(recording, texts()).isValid()).isTrue();
        Verdict twice = check(recording.alone(2, "get", null, "x 1 0 yx 1 0 y"), texts());
        assertThat(twice.inWords()).contains("2 times, which was asked for once");
        assertThat(twice.counterexample()).hasSize(2);
    }

    @Test
    void staleReadsLoseNothing() {
        Recording recording =
                new Recording().alone(1, "append", 1L, 1L).alone(2, "read", null, List.of());
        assertThat(check(recording, Models.appendList()).inWords())
                .contains("was acknowledged, but no read that began afterwards shows it");
        recording.alone(2, "read", null, List.of(1L));
        assertThat(check(recording, Models.appendList()).isValid()).isTrue();
    }

    @Test
    void whatFailedMustNotBeSeen() {
        Recording recording = new Recording().invoke(1, "add", 5L).fail(1);
        recording.alone(2, "read", null, List.of(5L));
        assertThat(check(recording, Models.set()).inWords())
                .contains("shows the effect of add 5 by client 1 (failed)")
                .contains("should have been recorded as info");
    }

    @Test
    void whatWasNeverAcknowledgedIsNotLost() {
        Recording crashed = new Recording().invoke(1, "enqueue", 5L).info(1);
        assertThat(check(crashed.alone(2, "dequeue", null, null), Models.fifoQueue())
                        .isValid())
                .isTrue();
        Recording late = new Recording().invoke(1, "enqueue", 5L);
        late.alone(2, "dequeue", null, null).ok(1, 5L);
        assertThat(check(late, Models.fifoQueue()).isValid()).isTrue();
        Verdict lost = check(late.alone(2, "dequeue", null, null), Models.fifoQueue());
        assertThat(lost.inWords()).contains("was acknowledged and its value never taken");
    }

    @Test
    void textsThatBeginWithOthersAreUnknown() {
        Recording recording =
                new Recording().alone(1, "append", "a", "a").alone(1, "append", "ab", "ab");
        assertThat(check(recording, texts()).kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    }

    @Test
    void registersDoNotShowIt() {
        assertThatThrownBy(() ->
                        check(new Recording().alone(1, "read", null, 1L), Models.register(1L)))
                .hasMessageContaining("lists, texts, sets and queues");
    }

    @ParameterizedTest
    @CsvSource({"linearizable", "sequential", "regular", "staleness=3", "exactly-once"})
    void criteriaGoByTheirNames(String name) {
        assertThat(Criterion.named(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"perfect", "staleness", "staleness=0", "staleness=-1", "staleness=10000"})
    void otherNamesAreRefused(String name) {
        assertThatThrownBy(() -> Criterion.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected linearizable, sequential");
    }

    private final Random random = new Random(3);
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int invalid;

    @Test
    void listsAgreeWithTheDefinition() {
        Kind kind = new Kind(
                Models.appendList(),
                any -> random.nextInt(5) < 2
                        ? new Ask("append", (long) random.nextInt(5))
                        : new Ask("read", null),
                (ask, state) -> ask.function().equals("read") ? lists(state) : List.of("done"),
                0.1,
                0.45,
                0.1);
        compare(
                kind,
                "times, which",
                "nobody had asked for",
                "shows the effect of",
                "no read that");
    }

    private List<Object> lists(Object state) {
        List<Object> elements = new ArrayList<>((List<?>) state);
        if (!elements.isEmpty()) {
            elements.remove(random.nextInt(elements.size()));
        }
        if (random.nextBoolean()) {
            elements.add((long) random.nextInt(5));
        }
        return List.of(state, elements, List.of());
    }

    @Test
    void queuesAgreeWithTheDefinition() {
        Kind kind = new Kind(
                Models.fifoQueue(),
                any -> random.nextInt(5) < 2
                        ? new Ask("enqueue", (long) random.nextInt(7))
                        : new Ask("dequeue", null),
                (ask, state) -> ask.argument() == null
                        ? Arrays.asList(null, 0L, 1L, 2L, 3L, 4L, 5L, 6L, null, null)
                        : List.of("done"),
                0.05,
                0.15,
                0.1);
        compare(
                kind,
                "took a value for the",
                "nobody had asked for",
                "shows the effect",
                "nothing left");
    }

    private void compare(Kind kind, String... expected) {
        for (int round = 0; round < ROUNDS; round++) {
            Operations history = RandomHistories.of(kind, 7, random).operations();
            Verdict found = Criterion.EXACTLY_ONCE.check(history, kind.model(), Limits.none());
            boolean valid = isOnce(history.asList());
            assertThat(found.isValid())
                    .as("round %d: %s: %s", round, found.inWords(), history.asList())
                    .isEqualTo(valid);
            if (!valid) {
                invalid++;
                reasons.merge(found.inWords().replaceAll("[0-9]+", "_"), 1, Integer::sum);
            }
        }
        assertThat(invalid).isBetween(ROUNDS * 3 / 10, ROUNDS * 7 / 10);
        for (String reason : expected) {
            int times = reasons.entrySet().stream()
                    .filter(said -> said.getKey().contains(reason))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            assertThat(times).as(reason).isGreaterThan(99);
        }
    }

    private static boolean isOnce(List<Operation> history) {
        for (Object element : history.stream().map(one -> one.call().argument()).toList()) {
            if (element != null && isLost(element, history)) {
                return false;
            }
        }
        return history.stream().noneMatch(one -> showsTooMuch(one, history))
                && history.stream().noneMatch(one -> isTakenTooOften(one, history));
    }

    private static Stream<?> shown(Call call) {
        boolean sees = call.completed() && call.argument() == null && call.result() != null;
        return !sees
                ? Stream.of()
                : call.result() instanceof List<?> all ? all.stream() : Stream.of(call.result());
    }

    private static long asked(Object element, Operation seer, List<Operation> history) {
        return history.stream()
                .filter(one ->
                        element.equals(one.call().argument()) && !one.call().failed())
                .filter(one -> !seer.interval().precedes(one.interval()))
                .count();
    }

    private static boolean showsTooMuch(Operation seer, List<Operation> history) {
        return shown(seer.call())
                .anyMatch(element -> shown(seer.call()).filter(element::equals).count()
                        > asked(element, seer, history));
    }

    private static boolean isTakenTooOften(Operation seer, List<Operation> history) {
        Object value = seer.call().result();
        boolean takes = seer.call().function().equals("dequeue") && value != null;
        return takes
                && history.stream()
                                .filter(one -> value.equals(one.call().result())
                                        && one.call().argument() == null)
                                .count()
                        > history.stream()
                                .filter(one -> value.equals(one.call().argument())
                                        && !one.call().failed())
                                .count();
    }

    private static boolean isLost(Object element, List<Operation> history) {
        List<Operation> writes = history.stream()
                .filter(one ->
                        element.equals(one.call().argument()) && one.call().completed())
                .toList();
        List<Operation> seers =
                history.stream().filter(one -> one.call().argument() == null).toList();
        if (seers.stream().anyMatch(one -> one.call().function().equals("dequeue"))) {
            return seers.stream().noneMatch(one -> one.call().indeterminate())
                    && seers.stream().noneMatch(one -> element.equals(one.call().result()))
                    && seers.stream()
                            .filter(one -> one.call().completed() && one.call().result() == null)
                            .anyMatch(one -> writes.stream()
                                    .anyMatch(w -> w.interval().precedes(one.interval())));
        }
        List<Operation> after = seers.stream()
                .filter(one -> one.call().completed())
                .filter(one -> writes.stream().allMatch(w -> w.interval().precedes(one.interval())))
                .toList();
        return !writes.isEmpty()
                && !after.isEmpty()
                && after.stream().noneMatch(one -> shown(one.call()).anyMatch(element::equals));
    }
}
