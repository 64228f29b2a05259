package dev.weevil.checker.serializability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.serializability.Options.KeyOrder;
import dev.weevil.checker.serializability.SerialOrder.Keeps;
import dev.weevil.checker.serializability.TransactionVerdict.Outcome;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Compared with brute force on random small histories: what has a serial order shows no anomaly, and
 * what is refuted has none.
 */
class SerialOrderTest {

    private static final int LISTS = 40_000;
    private static final int REGISTERS = 20_000;
    private static final Options STRICT = Options.at(Level.STRICT_SERIALIZABLE);

    private final Map<Anomaly, Integer> hits = new EnumMap<>(Anomaly.class);
    private int invalid;
    private int missed;

    @Test
    void listsAgreeWithBruteForce() {
        compare(true, KeyOrder.UNKNOWN);
        assertThat(invalid).isBetween(LISTS * 3 / 10, LISTS * 7 / 10);
        assertThat(missed).as("invalid, not found").isZero();
        assertHits(
                Anomaly.UNWRITTEN_READ,
                Anomaly.DUPLICATE_ELEMENTS,
                Anomaly.INCOMPATIBLE_ORDER,
                Anomaly.INTERNAL,
                Anomaly.FUTURE_READ,
                Anomaly.G1A,
                Anomaly.G1B,
                Anomaly.DIRTY_UPDATE,
                Anomaly.LOST_UPDATE,
                Anomaly.G0,
                Anomaly.G1C,
                Anomaly.G_SINGLE_ITEM,
                Anomaly.G2_ITEM,
                Anomaly.G0_PROCESS,
                Anomaly.G_SINGLE_ITEM_PROCESS,
                Anomaly.G0_REALTIME,
                Anomaly.G_SINGLE_ITEM_REALTIME);
    }

    @Test
    void registersAgreeWithBruteForce() {
        compare(false, KeyOrder.UNKNOWN);
        assertThat(invalid).isBetween(REGISTERS * 3 / 10, REGISTERS * 7 / 10);
        assertHits(
                Anomaly.UNWRITTEN_READ,
                Anomaly.INTERNAL,
                Anomaly.FUTURE_READ,
                Anomaly.G1A,
                Anomaly.G1B,
                Anomaly.DIRTY_UPDATE,
                Anomaly.LOST_UPDATE,
                Anomaly.G_SINGLE_ITEM,
                Anomaly.G2_ITEM,
                Anomaly.G1C_PROCESS,
                Anomaly.G_SINGLE_ITEM_PROCESS,
                Anomaly.G_SINGLE_ITEM_REALTIME);
    }

    @Test
    void assumptionsAboutRegistersAgreeWithBruteForce() {
        compare(false, KeyOrder.SEQUENTIAL);
        assertHits(Anomaly.CYCLIC_VERSIONS);
        compare(false, KeyOrder.LINEARIZABLE);
        assertThat(missed).as("invalid, not found").isLessThan(invalid / 50);
        assertHits(Anomaly.CYCLIC_VERSIONS, Anomaly.G_SINGLE_ITEM);
    }

    /** Kinds that chance seldom meets: their shortest examples, between random other transactions. */
    @Test
    void rareCyclesAgreeWithBruteForce() {
        embed(Anomaly.G1C, Transcript.lists().concurrently("ax1 ry1", "ay1 rx1"));
        embed(Anomaly.G1C_PROCESS, beside(0, "ax1 ry1", "rx1", "ay1"));
        embed(Anomaly.G1C_REALTIME, beside(2, "ax1 ry1", "rx1", "ay1"));
        embed(
                Anomaly.G_NONADJACENT_ITEM,
                Transcript.lists().concurrently("ax1", "ay1", "rx1 ry", "rx ry1"));
        embed(Anomaly.G_NONADJACENT_ITEM_PROCESS, fork(0));
        embed(Anomaly.G_NONADJACENT_ITEM_REALTIME, fork(4));
        embed(Anomaly.G2_ITEM_PROCESS, beside(0, "ax1 ry", "ay1", "rx"));
        embed(Anomaly.G2_ITEM_REALTIME, beside(2, "ax1 ry", "ay1", "rx"));
    }

    private static Transcript beside(int process, String other, String first, String second) {
        return Transcript.lists()
                .invoke(1, other)
                .run(0, first)
                .run(process, second)
                .ok(1);
    }

    private static Transcript fork(int process) {
        return Transcript.lists()
                .invoke(1, "ax1")
                .invoke(2, "rx1 ry")
                .run(0, "ay1")
                .run(process, "rx")
                .ok(1)
                .ok(2);
    }

    private void embed(Anomaly anomaly, Transcript example) {
        hits.clear();
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed * 31L);
            List<HistoryEvent> events = new ArrayList<>(example.history().events());
            int place = 0;
            for (int p = 10; p < 13; p++) {
                String transaction = random.nextBoolean() ? "az" + (p - 9) : "ax" + (p - 7);
                place += random.nextInt(events.size() - place + 1);
                events.addAll(
                        place, Transcript.lists().run(p, transaction).history().events());
                place += 2;
            }
            History history = new History(events);
            TransactionVerdict verdict = Serializability.check(history, STRICT);
            verdict.anomalies().forEach(kind -> hits.merge(kind, 1, Integer::sum));
            assertThat(verdict.outcome()).as("%s", history).isEqualTo(Outcome.INVALID);
            compare(seed, history, verdict, KeyOrder.UNKNOWN);
        }
        assertHits(anomaly);
    }

    private void compare(boolean lists, KeyOrder assumed) {
        hits.clear();
        invalid = 0;
        missed = 0;
        for (int seed = 0; seed < (lists ? LISTS : REGISTERS); seed++) {
            History history = RandomHistory.of(seed, lists);
            TransactionVerdict verdict = Serializability.check(history, STRICT.assuming(assumed));
            verdict.anomalies().forEach(kind -> hits.merge(kind, 1, Integer::sum));
            compare(seed, history, verdict, assumed);
        }
    }

    private void compare(int seed, History history, TransactionVerdict verdict, KeyOrder assumed) {
        boolean strict = SerialOrder.exists(history, Keeps.REAL_TIME);
        boolean refuted = verdict.refuted().contains(Level.STRICT_SERIALIZABLE);
        invalid += strict ? 0 : 1;
        missed += strict || refuted ? 0 : 1;
        if (strict) {
            assertThat(verdict.findings()).as("seed %d: %s", seed, history).isEmpty();
            assertThat(verdict.outcome()).isNotEqualTo(Outcome.INVALID);
        } else if (assumed == KeyOrder.UNKNOWN) {
            refute(seed, history, verdict, Level.SERIALIZABLE, Keeps.NOTHING);
            refute(seed, history, verdict, Level.STRONG_SESSION_SERIALIZABLE, Keeps.PROCESSES);
        }
    }

    private static void refute(
            int seed, History history, TransactionVerdict verdict, Level level, Keeps keeps) {
        if (verdict.refuted().contains(level)) {
            assertThat(SerialOrder.exists(history, keeps))
                    .as("seed %d, %s: %s of %s", seed, level, verdict, history)
                    .isFalse();
        }
    }

    private void assertHits(Anomaly... anomalies) {
        for (Anomaly anomaly : anomalies) {
            assertThat(hits.getOrDefault(anomaly, 0)).as(anomaly.label()).isGreaterThan(99);
        }
    }
}
