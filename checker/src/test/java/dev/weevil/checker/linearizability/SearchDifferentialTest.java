package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.RandomHistories.Ask;
import dev.weevil.checker.linearizability.RandomHistories.Kind;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.model.NondeterministicModel;
import dev.weevil.checker.model.ReadingRules;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The checker answers as a plain search does, on many small histories of every model. */
class SearchDifferentialTest {

    private static final int ROUNDS = 20_000;

    /** For objects that have no engine of their own. */
    private static final int FEWER_ROUNDS = 4_000;

    private static final int CRASHING_ROUNDS = 3_000;
    private static final int OPERATIONS = 7;

    /** What refuters say before there is a search. */
    private static final String STALE = "nothing afterwards wrote the value it saw";

    private static final String UNWRITTEN = "that nobody had written";

    static Stream<Arguments> subjects() {
        ReadingRules literal = ReadingRules.LITERAL;
        ReadingRules knossos = ReadingRules.KNOSSOS;
        return Stream.of(
                subject(Models.register(0L), SearchDifferentialTest::register, 0.1, 0.3),
                subject(Models.casRegister(0L, literal), SearchDifferentialTest::cas, 0.2, 0.35),
                subject(Models.casRegister(0L, knossos), SearchDifferentialTest::cas, 0.2, 0.4),
                subject(Models.keyValue(), SearchDifferentialTest::keyValue, 0.2, 0.3),
                subject(Models.counter(0), SearchDifferentialTest::counter, 0.2, 0.3),
                subject(Models.mutex(), SearchDifferentialTest::mutex, 0.1, 0.3),
                subject(Models.set(), SearchDifferentialTest::set, 0.1, 0.3),
                subject(
                        Models.multiRegister(Map.of("x", 0L, "y", 0L), literal),
                        SearchDifferentialTest::transaction,
                        0.1,
                        0.2),
                subject(
                        Models.bank(Map.of("a", 2L, "b", 1L)),
                        SearchDifferentialTest::bank,
                        0.1,
                        0.35),
                subject(new Shuffled().determinized(), any("put", "draw"), 0.1, 0.35),
                subject(Models.fifoQueue(), any("enqueue", "dequeue"), 0.1, 0.35),
                subject(Models.stack(), any("push", "pop"), 0.1, 0.35),
                subject(Models.priorityQueue(), any("insert", "poll"), 0.1, 0.35));
    }

    static Stream<Arguments> crashing() {
        ReadingRules literal = ReadingRules.LITERAL;
        return Stream.of(
                subject(Models.casRegister(0L, literal), SearchDifferentialTest::cas, 0.5, 0.6),
                subject(Models.keyValue(), SearchDifferentialTest::keyValue, 0.5, 0.4),
                subject(Models.counter(0), SearchDifferentialTest::counter, 0.5, 0.6));
    }

    private static Arguments subject(
            Model<?> model, Function<Random, Ask> operation, double crashes, double corruption) {
        return Arguments.of(
                model.name(),
                new Kind(model, operation, (ask, state) -> results(ask), crashes, corruption));
    }

    private static Ask register(Random random) {
        return random.nextBoolean()
                ? new Ask("read", null)
                : new Ask("write", (long) random.nextInt(3));
    }

    private static Ask cas(Random random) {
        List<Object> pair = List.of((long) random.nextInt(3), (long) random.nextInt(3));
        return random.nextInt(3) == 0 ? new Ask("cas", pair) : register(random);
    }

    private static Ask keyValue(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Ask("put", "" + (char) ('a' + random.nextInt(2)));
            case 1, 2 -> new Ask("append", "" + (char) ('a' + random.nextInt(2)));
            case 3 -> new Ask("cas", List.of("a", "b"));
            default -> new Ask("get", null);
        };
    }

    private static Ask transaction(Random random) {
        String key = random.nextBoolean() ? "x" : "y";
        String other = random.nextBoolean() ? "x" : "y";
        long seen = random.nextInt(2);
        return new Ask(
                "txn",
                random.nextInt(3) > 0
                        ? List.of(List.of("r", key, seen), List.of("r", other, seen))
                        : List.of(List.of("r", key, seen), List.of("w", other, (long)
                                random.nextInt(2))));
    }

    private static Ask bank(Random random) {
        return random.nextBoolean()
                ? new Ask("read", Map.of())
                : new Ask(
                        "transfer",
                        Map.of(
                                "from", random.nextBoolean() ? "a" : "b",
                                "to", random.nextBoolean() ? "a" : "b",
                                "amount", (long) random.nextInt(3)));
    }

    /** A bag: whoever draws gets any of the values put in, or nothing. */
    private record Shuffled() implements NondeterministicModel<List<Object>> {

        @Override
        public String name() {
            return "shuffled";
        }

        @Override
        public Set<List<Object>> initial() {
            return Set.of(List.of());
        }

        @Override
        public Set<List<Object>> steps(List<Object> held, Call call) {
            Set<List<Object>> after = new HashSet<>();
            if (call.function().equals("put")) {
                // At either end: two states that later draws tell apart.
                after.add(
                        Stream.concat(held.stream(), Stream.of(call.argument())).toList());
                after.add(
                        Stream.concat(Stream.of(call.argument()), held.stream()).toList());
            } else if (held.isEmpty()) {
                return call.result() == null ? Set.of(held) : Set.of();
            } else if (!call.completed() || held.get(0).equals(call.result())) {
                after.add(held.subList(1, held.size()));
            }
            return after;
        }
    }

    private static Ask counter(Random random) {
        return random.nextBoolean()
                ? new Ask("read", null)
                : new Ask("add", (long) random.nextInt(3) - 1);
    }

    private static Ask mutex(Random random) {
        return new Ask(random.nextInt(5) < 3 ? "acquire" : "release", null);
    }

    private static Ask set(Random random) {
        Object element = (long) random.nextInt(2);
        return switch (random.nextInt(4)) {
            case 0 -> new Ask("read", List.of());
            case 1 -> new Ask("contains", element);
            case 2 -> new Ask("remove", element);
            default -> new Ask("add", element);
        };
    }

    private static Function<Random, Ask> any(String put, String take) {
        return random -> random.nextInt(5) < 3
                ? new Ask(put, (long) random.nextInt(4))
                : new Ask(take, null);
    }

    private static List<Object> balances() {
        return LongStream.rangeClosed(0, 3)
                .mapToObj(a -> (Object) Map.of("a", a, "b", 3 - a))
                .toList();
    }

    private static List<Object> results(Ask ask) {
        return switch (ask.function()) {
            case "read" ->
                ask.argument() instanceof Map
                        ? balances()
                        : ask.argument() == null
                                ? List.of(0L, 1L, 2L, -1L)
                                : List.of(List.of(), List.of(0L), List.of(1L), List.of(0L, 1L));
            case "get" -> Arrays.asList(null, "a", "b", "ab", "aa", "ba", "bb", "aab", "abb");
            case "dequeue", "pop", "poll", "draw" -> Arrays.asList(null, 0L, 1L, 2L, 3L);
            case "contains", "add", "remove" ->
                ask.argument() instanceof Long ? List.of(true, false) : List.of();
            default -> new ArrayList<>(Arrays.asList(ask.argument()));
        };
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void answersAsThePlainSearchDoes(String name, Kind kind) {
        Random random = new Random(name.hashCode());
        Map<Verdict.Kind, Integer> answers = new HashMap<>();
        Map<String, Integer> reasons = new HashMap<>();
        int rounds = kind.model().family() == Family.GENERAL ? FEWER_ROUNDS : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            Operations operations = RandomHistories.of(kind, OPERATIONS, random).operations();
            Examination examination = Examination.of(operations, kind.model(), Limits.none());
            boolean valid = examination.kind() == Verdict.Kind.VALID;
            assertThat(valid)
                    .as("%s round %d: %s", name, round, operations.asList())
                    .isEqualTo(Plain.isLegal(operations, kind.model()));
            if (valid) {
                Replays.assertLegal(examination.verdict().witness(), operations, kind.model());
            }
            answers.merge(examination.kind(), 1, Integer::sum);
            examination
                    .reasons()
                    .forEach(reason -> reasons.merge(
                            reason.contains(STALE) ? STALE : UNWRITTEN, 1, Integer::sum));
        }
        if (kind.model().family() == Family.REGISTER) {
            assertThat(reasons.get(STALE)).isGreaterThan(99);
            assertThat(reasons.get(UNWRITTEN)).isGreaterThan(99);
        }
        assertThat(answers.get(Verdict.Kind.INVALID)).isBetween(rounds * 3 / 10, rounds * 7 / 10);
    }

    /** So that most of a search is which of the operations that never return take effect. */
    @ParameterizedTest
    @MethodSource("crashing")
    void answersAsThePlainSearchDoesWhereManyCrash(String name, Kind kind) {
        Random random = new Random(name.hashCode());
        int illegal = 0;
        for (int round = 0; round < CRASHING_ROUNDS; round++) {
            Operations operations =
                    RandomHistories.of(kind, 2 * OPERATIONS, random).operations();
            Examination examination = Examination.of(operations, kind.model(), Limits.none());
            boolean valid = examination.kind() == Verdict.Kind.VALID;
            assertThat(valid)
                    .as("%s round %d: %s", name, round, operations.asList())
                    .isEqualTo(Plain.isLegal(operations, kind.model()));
            illegal += valid ? 0 : 1;
        }
        assertThat(illegal).isBetween(CRASHING_ROUNDS * 2 / 10, CRASHING_ROUNDS * 8 / 10);
    }
}
