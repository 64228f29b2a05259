package dev.weevil.checker.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.CorruptedClients;
import dev.weevil.checker.history.History;
import dev.weevil.checker.history.Interval;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.linearizability.Linearizability;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Every criterion answers as trying all orders does. */
class CriteriaDifferentialTest {

    private static final int ROUNDS = 20_000;
    private static final Model<Object> REGISTER = Models.register(0L);

    private final Random random = new Random(17);
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int invalid;

    private void compare(
            Criterion criterion,
            RandomRegisters histories,
            int operations,
            Predicate<Operations> expected) {
        compare(ROUNDS, criterion, histories, operations, expected);
    }

    private void compare(
            int rounds,
            Criterion criterion,
            RandomRegisters histories,
            int operations,
            Predicate<Operations> expected) {
        for (int round = 0; round < rounds; round++) {
            Operations history = histories.of(operations).operations();
            Verdict found = criterion.check(history, REGISTER, Limits.none());
            boolean valid = expected.test(history);
            assertThat(found.kind())
                    .as("%s round %d: %s", criterion, round, history.asList())
                    .isEqualTo(valid ? Verdict.Kind.VALID : Verdict.Kind.INVALID);
            if (!valid) {
                invalid++;
                blame(found, history, expected);
            }
        }
        assertThat(invalid).isBetween(rounds * 3 / 10, rounds * 7 / 10);
    }

    /** What is blamed is illegal by itself. */
    private void blame(Verdict found, Operations history, Predicate<Operations> expected) {
        List<Operation> all = history.asList();
        int[] blamed =
                found.counterexample().stream().mapToInt(all::indexOf).sorted().toArray();
        assertThat(blamed).as(found.inWords()).isNotEmpty();
        assertThat(expected.test(history.select(blamed)))
                .as("%s %s", found.inWords(), found.counterexample())
                .isFalse();
        reasons.merge(shape(found.inWords()), 1, Integer::sum);
    }

    private static String shape(String reason) {
        return reason.replaceAll("(read|write)[^.;,:]*? by client [0-9]+( \\(info\\))?", "_")
                .replaceAll("[0-9]+", "N");
    }

    private void assertGivenOften(String... expected) {
        for (String reason : expected) {
            int times = reasons.entrySet().stream()
                    .filter(said -> said.getKey().contains(reason))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            assertThat(times).as("%s in %s", reason, reasons).isGreaterThan(99);
        }
    }

    private static List<Operation> taking(Operations operations) {
        return operations.asList().stream()
                .filter(one -> !one.call().failed())
                .filter(one -> one.call().completed() || one.call().function().equals("write"))
                .toList();
    }

    private static boolean inRealTime(Operation one, Operation other) {
        return one.interval().precedes(other.interval());
    }

    private static boolean inProgramOrder(Operation one, Operation other) {
        return one.process() == other.process()
                && !one.call().indeterminate()
                && one.interval().invoked() < other.interval().invoked();
    }

    /** Whether the last read of an order is legal: it sees one of the last so many values. */
    private static boolean seesOneOf(int bound, List<Operation> order) {
        Operation last = order.get(order.size() - 1);
        if (last.call().function().equals("write")) {
            return true;
        }
        List<Object> values = new ArrayList<>(List.of(0L));
        for (Operation one : order) {
            if (one.call().function().equals("write") && one.key().equals(last.key())) {
                values.add(one.call().argument());
            }
        }
        int from = Math.max(0, values.size() - bound);
        return values.subList(from, values.size()).contains(last.call().result());
    }

    private static Predicate<Operations> anyOrder(
            BiPredicate<Operation, Operation> precedes, int bound) {
        return history ->
                new BruteForce(taking(history), precedes, order -> seesOneOf(bound, order)).finds();
    }

    @Test
    void sequentialConsistencyAsAllOrdersOfTwoKeys() {
        RandomRegisters histories = new RandomRegisters(random, List.of("x", "y"), 2);
        compare(
                Criterion.SEQUENTIAL,
                histories,
                6,
                anyOrder(CriteriaDifferentialTest::inProgramOrder, 1));
        assertGivenOften(
                "At first there would be", "After the longest, which ends with _, there would be");
    }

    @Test
    void regularRegistersAsAllOrdersOfTheWritesAndOneRead() {
        Predicate<Operations> linearizable = anyOrder(CriteriaDifferentialTest::inRealTime, 1);
        compare(Criterion.REGULAR, new RandomRegisters(random, List.of(), 3), 6, history -> {
            List<Operation> all = history.asList();
            return all.stream()
                    .filter(one -> one.call().function().equals("read"))
                    .allMatch(read -> linearizable.test(history.select(all.stream()
                            .filter(one -> one.equals(read) || !isRead(one))
                            .mapToInt(all::indexOf)
                            .toArray())));
        });
        assertGivenOften(
                "saw a value that nobody had begun to write",
                "the first value was there",
                "every write of what was seen had returned");
    }

    private static boolean isRead(Operation one) {
        return one.call().function().equals("read");
    }

    @Test
    void stalenessAsAllOrders() {
        for (int bound = 1; bound <= 2; bound++) {
            invalid = 0;
            compare(
                    ROUNDS / 2,
                    Criterion.staleness(bound),
                    new RandomRegisters(random, List.of(), 1 + bound),
                    6 + bound,
                    anyOrder(CriteriaDifferentialTest::inRealTime, bound));
        }
        assertGivenOften(
                "saw a value that nobody had begun to write",
                "behind which N other was written",
                "behind which N others were written",
                "where the last values are");
    }

    @Test
    void corruptedClientsAsAllOrdersInWhichTheirsAreAnywhere() {
        for (int round = 0; round < ROUNDS; round++) {
            History history = new RandomRegisters(random, List.of(), 3).of(6);
            Set<Integer> corrupted = Set.of(2, 5);
            List<Operation> theirs = new ArrayList<>(taking(history.operations()));
            theirs.removeIf(one -> corrupted.contains(one.process()));
            history.operations().asList().stream()
                    .filter(one -> corrupted.contains(one.process()) && !isRead(one))
                    .forEach(one -> theirs.add(anywhere(one)));
            boolean expected = new BruteForce(
                            theirs,
                            CriteriaDifferentialTest::inRealTime,
                            order -> seesOneOf(1, order))
                    .finds();
            History widened = CorruptedClients.widen(history, corrupted);
            Verdict found = Linearizability.check(widened, REGISTER, Limits.none());
            assertThat(found.isValid()).as("%s", history).isEqualTo(expected);
            invalid += expected ? 0 : 1;
        }
        assertThat(invalid).isBetween(ROUNDS * 3 / 10, ROUNDS * 7 / 10);
    }

    private static Operation anywhere(Operation one) {
        return new Operation(
                one.index(),
                -1 - one.index(),
                one.key(),
                new Call(one.call().function(), one.call().argument(), Outcome.INFO, null),
                new Interval(0, Interval.OPEN));
    }
}
