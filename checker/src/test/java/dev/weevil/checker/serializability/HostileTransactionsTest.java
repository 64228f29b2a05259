package dev.weevil.checker.serializability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.serializability.Options.KeyOrder;
import dev.weevil.checker.serializability.TransactionVerdict.Outcome;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** Whatever a recorder wrote down, there is an answer and no exception. */
class HostileTransactionsTest {

    private static final int ROUNDS = 6_000;
    private static final List<Object> SCALARS =
            Arrays.asList(null, 1L, 2L, -1L, 3.5, "x", "r", true, List.of(), Map.of("r", 1L));

    private final Random random = new Random(4);
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    @Test
    void contradictoryHistoriesGetAnAnswer() {
        for (int round = 0; round < ROUNDS; round++) {
            int strangeness = random.nextInt(3) == 0 ? 8 : 1_000_000;
            boolean lists = random.nextBoolean();
            History history = history(lists, strangeness);
            KeyOrder order = any(KeyOrder.values());
            Level level = any(Level.values());
            TransactionVerdict found =
                    Serializability.check(history, Options.at(level).assuming(order));
            outcomes.merge(found.outcome(), 1, Integer::sum);
            assertTold(found, history);
        }
        assertThat(outcomes.get(Outcome.INVALID)).isGreaterThan(ROUNDS / 10);
        assertThat(outcomes.get(Outcome.UNKNOWN)).isGreaterThan(ROUNDS / 10);
        assertThat(outcomes.get(Outcome.VALID)).isGreaterThan(100);
    }

    private static void assertTold(TransactionVerdict found, History history) {
        Verdict verdict = found.verdict();
        assertThat(verdict.inWords()).isNotBlank();
        assertThat(verdict.counterexample().isEmpty())
                .as("%s of %s", found, history)
                .isEqualTo(!verdict.isInvalid());
        verdict.counterexample().forEach(one -> assertThat(one.toString()).isNotBlank());
        found.findings().forEach(finding -> assertThat(finding.dot()).endsWith("}\n"));
    }

    private History history(boolean lists, int strangeness) {
        List<HistoryEvent> events = new ArrayList<>();
        for (int n = random.nextInt(14); n >= 0; n--) {
            HistoryEvent.Type type = any(HistoryEvent.Type.values());
            List<Object> operations = operations(lists, strangeness);
            int process = random.nextInt(6);
            boolean pairs = type == HistoryEvent.Type.INVOKE && random.nextInt(4) > 0;
            events.add(event(process, type, value(operations, strangeness)));
            if (pairs) {
                List<Object> answered = answered(operations, lists, strangeness);
                events.add(event(process, HistoryEvent.Type.OK, answered));
            }
        }
        return new History(events);
    }

    private Object value(List<Object> operations, int strangeness) {
        return random.nextInt(strangeness) == 0 ? scalar() : operations;
    }

    private static HistoryEvent event(int process, HistoryEvent.Type type, Object value) {
        return new HistoryEvent(0, process, type, "txn", Optional.empty(), value, "");
    }

    private List<Object> operations(boolean lists, int strangeness) {
        List<Object> operations = new ArrayList<>();
        for (int n = random.nextInt(4); n >= 0; n--) {
            operations.add(operation(lists, strangeness));
        }
        return operations;
    }

    private Object operation(boolean lists, int strangeness) {
        if (random.nextInt(strangeness) == 0) {
            List<Object> parts = new ArrayList<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                parts.add(scalar());
            }
            return random.nextBoolean() ? parts : scalar();
        }
        Object key = "k" + random.nextInt(3);
        return random.nextBoolean()
                ? Arrays.asList("r", key, null)
                : List.of(lists ? "append" : "w", key, (long) random.nextInt(12));
    }

    /** The same with reads filled in, now and then with something else altogether. */
    private List<Object> answered(List<Object> operations, boolean lists, int strangeness) {
        List<Object> answered = new ArrayList<>();
        for (Object operation : operations) {
            boolean read = operation instanceof List<?> parts
                    && parts.size() == 3
                    && "r".equals(parts.get(0));
            answered.add(
                    read
                            ? Arrays.asList(
                                    "r", ((List<?>) operation).get(1), seen(lists, strangeness))
                            : operation);
        }
        if (random.nextInt(strangeness) == 0) {
            Collections.shuffle(answered, random);
        }
        return answered;
    }

    private Object seen(boolean lists, int strangeness) {
        if (random.nextInt(strangeness) == 0) {
            return scalar();
        }
        if (!lists) {
            return random.nextInt(4) == 0 ? null : (Object) (long) random.nextInt(13);
        }
        int size = random.nextInt(50) == 0 ? 2_000 : random.nextInt(4);
        return LongStream.range(0, size)
                .mapToObj(i -> (Object) (long) random.nextInt(13))
                .toList();
    }

    private <T> T any(T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private Object scalar() {
        return SCALARS.get(random.nextInt(SCALARS.size()));
    }
}
