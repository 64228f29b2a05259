package dev.weevil.checker.serializability;

import static dev.weevil.checker.serializability.Anomaly.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.serializability.Options.KeyOrder;
import dev.weevil.checker.serializability.TransactionVerdict.Outcome;

import org.junit.jupiter.api.Test;

/** Each anomaly of registers has a history that shows it and nothing else, and a clean one beside it. */
class RegisterAnomalyTest {

    private static final Options STRICT = Options.at(Level.STRICT_SERIALIZABLE);

    private static void shows(Transcript history, KeyOrder assumed, Anomaly anomaly) {
        TransactionVerdict verdict = history.check(STRICT.assuming(assumed));
        assertThat(verdict.anomalies()).as("%s", verdict).containsExactly(anomaly);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.findings()).isNotEmpty();
    }

    private static void clean(Transcript history, KeyOrder assumed) {
        TransactionVerdict verdict = history.check(STRICT.assuming(assumed));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Outcome.VALID);
    }

    private static void shows(Anomaly anomaly, String... transactions) {
        shows(together(transactions), KeyOrder.UNKNOWN, anomaly);
    }

    private static void clean(String... transactions) {
        clean(together(transactions), KeyOrder.UNKNOWN);
    }

    private static Transcript together(String... transactions) {
        return Transcript.registers().concurrently(transactions);
    }

    @Test
    void unwrittenRead() {
        shows(UNWRITTEN_READ, "wx1", "rx2", "rx");
        clean("wx1", "rx1", "rx");
    }

    @Test
    void internal() {
        shows(INTERNAL, "wx1", "rx rx1");
        shows(INTERNAL, "wx1", "wx2 rx1", "rx");
        clean("wx1", "rx1 wx2 rx2");
    }

    @Test
    void futureRead() {
        shows(FUTURE_READ, "rx1 wx1", "ry", "wy1");
        clean("rx wx1 rx1", "rx1");
    }

    @Test
    void abortedRead() {
        Transcript failed = Transcript.registers().invoke(9, "wx1").fail(9);
        shows(failed.concurrently("rx1"), KeyOrder.UNKNOWN, G1A);
        Transcript info = Transcript.registers().invoke(9, "wx1").info(9);
        clean(info.concurrently("rx1"), KeyOrder.UNKNOWN);
    }

    @Test
    void intermediateRead() {
        shows(G1B, "wx1 wx2", "rx1");
        clean("wx1 wx2", "rx2");
    }

    @Test
    void dirtyUpdate() {
        Transcript failed = Transcript.registers().invoke(9, "wx1").fail(9);
        shows(failed.concurrently("rx1 wx2", "rx2"), KeyOrder.UNKNOWN, DIRTY_UPDATE);
        Transcript ok = Transcript.registers().invoke(9, "wx1").ok(9);
        clean(ok.concurrently("rx1 wx2", "rx2"), KeyOrder.UNKNOWN);
    }

    @Test
    void lostUpdate() {
        shows(LOST_UPDATE, "wx1", "rx1 wx2", "rx1 wx3");
        clean("wx1", "rx1 wx2", "rx2 wx3");
    }

    @Test
    void cyclicVersionsOfALinearizableRegister() {
        shows(
                Transcript.registers().run(0, "wx1").run(1, "wx2").run(2, "rx2").run(3, "rx1"),
                KeyOrder.LINEARIZABLE,
                CYCLIC_VERSIONS);
        clean(
                Transcript.registers().run(0, "wx1").run(1, "rx1").run(2, "wx2").run(3, "rx2"),
                KeyOrder.LINEARIZABLE);
    }

    @Test
    void cyclicVersionsOfASequentialRegister() {
        shows(readBackwards("rx2", "rx1"), KeyOrder.SEQUENTIAL, CYCLIC_VERSIONS);
        clean(readBackwards("rx1", "rx2"), KeyOrder.SEQUENTIAL);
    }

    /** Process 0 writes 1 and 2, while process 1 reads twice. */
    private static Transcript readBackwards(String first, String second) {
        return Transcript.registers()
                .invoke(1, first)
                .run(0, "wx1")
                .run(0, "wx2")
                .ok(1)
                .run(1, second);
    }

    @Test
    void dirtyWriteNeedsAnAssumption() {
        Transcript history = Transcript.registers()
                .invoke(0, "wx1 wy2")
                .invoke(1, "wy1")
                .ok(1)
                .run(1, "wx2")
                .ok(0)
                .concurrently("rx1 ry2");
        assertThat(history.check().anomalies()).isEmpty();
    }

    @Test
    void circularInformationFlow() {
        shows(G1C, "wx1 ry1", "wy1 rx1");
        clean("wx1 ry", "wy1 rx1");
    }

    @Test
    void readSkew() {
        shows(G_SINGLE_ITEM, "wx1 wy1", "rx1 ry");
        clean("wx1 wy1", "rx1 ry1");
    }

    @Test
    void longFork() {
        shows(G_NONADJACENT_ITEM, "wx1", "wy1", "rx1 ry", "rx ry1");
        clean("wx1", "wy1", "rx1 ry", "rx1 ry1");
    }

    @Test
    void writeSkew() {
        shows(G2_ITEM, "rx wy1", "ry wx1");
        clean("rx wy1", "ry1 wx1");
    }

    @Test
    void staleReadOfTheInitialState() {
        shows(
                Transcript.registers().run(0, "wx1").run(1, "rx"),
                KeyOrder.UNKNOWN,
                G_SINGLE_ITEM_REALTIME);
        clean(Transcript.registers().run(0, "wx1").run(1, "rx1"), KeyOrder.UNKNOWN);
    }

    @Test
    void aProcessThatForgetsItsWrite() {
        shows(
                Transcript.registers().run(0, "wx1").run(0, "rx"),
                KeyOrder.UNKNOWN,
                G_SINGLE_ITEM_PROCESS);
    }
}
