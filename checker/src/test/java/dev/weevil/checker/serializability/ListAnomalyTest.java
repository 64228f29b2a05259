package dev.weevil.checker.serializability;

import static dev.weevil.checker.serializability.Anomaly.*;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.serializability.TransactionVerdict.Outcome;

import org.junit.jupiter.api.Test;

/** Each anomaly of lists has a history that shows it and nothing else, and a clean one beside it. */
class ListAnomalyTest {

    private static void shows(Transcript history, Anomaly anomaly) {
        TransactionVerdict verdict = history.check();
        assertThat(verdict.anomalies()).as("%s", verdict).containsExactly(anomaly);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.findings()).isNotEmpty();
    }

    private static void clean(Transcript history) {
        TransactionVerdict verdict = history.check();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Outcome.VALID);
        assertThat(verdict.mayHold()).hasSize(Level.values().length);
    }

    private static Transcript together(String... transactions) {
        return Transcript.lists().concurrently(transactions);
    }

    private static Transcript afterFailed(String failed, String... transactions) {
        return Transcript.lists().invoke(9, failed).fail(9).concurrently(transactions);
    }

    @Test
    void unwrittenRead() {
        shows(together("ax1", "rx2"), UNWRITTEN_READ);
        clean(together("ax1", "rx1"));
    }

    @Test
    void duplicateElements() {
        shows(together("ax1", "rx11"), DUPLICATE_ELEMENTS);
        shows(together("ax1", "ax2", "rx121", "rx1"), DUPLICATE_ELEMENTS);
        clean(together("ax1", "ax2", "rx12"));
    }

    @Test
    void incompatibleOrder() {
        shows(together("ax1", "ax2", "rx12", "rx21"), INCOMPATIBLE_ORDER);
        shows(together("ax1", "ax2", "rx1", "rx2"), INCOMPATIBLE_ORDER);
        clean(together("ax1", "ax2", "rx1", "rx12"));
    }

    @Test
    void anOrderOtherThanTheWritersOwnIsIncompatible() {
        shows(together("ax1 ax2", "rx21"), INCOMPATIBLE_ORDER);
        clean(together("ax1 ax2", "rx12"));
    }

    @Test
    void internal() {
        shows(together("ax1", "rx rx1"), INTERNAL);
        shows(together("ax1", "ax2 rx1"), INTERNAL);
        shows(together("ax1", "rx1 ax2 rx2"), INTERNAL);
        clean(together("ax1", "rx1 ax2 rx12"));
        clean(together("ax1", "ax2 rx12"));
    }

    @Test
    void futureRead() {
        shows(together("rx1 ax1", "ry"), FUTURE_READ);
        shows(together("rx12 ax1", "ax2"), FUTURE_READ);
        clean(together("rx ax1 rx1", "rx1"));
    }

    @Test
    void abortedRead() {
        shows(afterFailed("ax1", "rx1"), G1A);
        clean(afterFailed("ax1", "rx", "ax2"));
    }

    @Test
    void anIndeterminateWriteMayBeRead() {
        clean(Transcript.lists().invoke(9, "ax1").info(9).concurrently("rx1", "rx"));
    }

    @Test
    void intermediateRead() {
        shows(together("ax1 ax2", "rx1"), G1B);
        shows(together("ax1 ax2", "rx1", "rx12"), G1B);
        clean(together("ax1 ax2", "rx", "rx12"));
    }

    @Test
    void dirtyUpdate() {
        shows(afterFailed("ax1", "ax2", "rx12"), DIRTY_UPDATE);
        clean(afterFailed("ax1", "ax2", "rx2"));
    }

    @Test
    void lostUpdate() {
        shows(together("rx ax1", "rx ax2", "rx12"), LOST_UPDATE);
        shows(together("rx ax1", "rx ax2"), LOST_UPDATE);
        clean(together("rx ax1", "rx1 ax2", "rx12"));
    }

    @Test
    void dirtyWrite() {
        shows(together("ax1 ay1", "ax2 ay2", "rx12 ry21"), G0);
        clean(together("ax1 ay1", "ax2 ay2", "rx12 ry12"));
    }

    @Test
    void circularInformationFlow() {
        shows(together("ax1 ry1", "ay1 rx1"), G1C);
        clean(together("ax1 ry", "ay1 rx1"));
    }

    @Test
    void readSkew() {
        shows(together("ax1 ay1", "rx1 ry"), G_SINGLE_ITEM);
        clean(together("ax1 ay1", "rx1 ry1"));
    }

    @Test
    void aLaterAppendOfATransactionIsMissingWhereAnEarlierOneIsNot() {
        shows(together("ax1 ax2", "rx2"), G_SINGLE_ITEM);
    }

    @Test
    void longFork() {
        shows(together("ax1", "ay1", "rx1 ry", "rx ry1"), G_NONADJACENT_ITEM);
        clean(together("ax1", "ay1", "rx1 ry", "rx1 ry1"));
    }

    @Test
    void writeSkew() {
        shows(together("rx ay1", "ry ax1"), G2_ITEM);
        clean(together("rx ay1", "ry1 ax1"));
    }

    @Test
    void dirtyWriteWithinAProcess() {
        shows(Transcript.lists().run(0, "ax1").run(0, "ax2").run(1, "rx21"), G0_PROCESS);
        clean(Transcript.lists().run(0, "ax1").run(0, "ax2").run(1, "rx12"));
    }

    @Test
    void circularInformationFlowWithinAProcess() {
        shows(beside("ax1 ry1", "rx1", "ay1"), G1C_PROCESS);
        clean(beside("ax1 ry", "rx1", "ay1"));
    }

    /** Two transactions of process 0 one after the other, beside one of process 1. */
    private static Transcript beside(String other, String first, String second) {
        return Transcript.lists().invoke(1, other).run(0, first).run(0, second).ok(1);
    }

    @Test
    void aProcessThatForgetsItsWrite() {
        shows(Transcript.lists().run(0, "ax1").run(0, "rx"), G_SINGLE_ITEM_PROCESS);
        clean(Transcript.lists().run(0, "ax1").run(0, "rx1"));
    }

    @Test
    void longForkWithinAProcess() {
        shows(fork(0, "rx"), G_NONADJACENT_ITEM_PROCESS);
        clean(fork(0, "rx1"));
    }

    /** One reader sees x and not y; the process that appended to y, or another later, the reverse. */
    private static Transcript fork(int reader, String last) {
        return Transcript.lists()
                .invoke(1, "ax1")
                .invoke(2, "rx1 ry")
                .run(0, "ay1")
                .run(reader, last)
                .ok(1)
                .ok(2);
    }

    @Test
    void writeSkewWithinAProcess() {
        shows(beside("ax1 ry", "ay1", "rx"), G2_ITEM_PROCESS);
        clean(beside("ax1 ry1", "ay1", "rx"));
    }

    @Test
    void dirtyWriteAgainstRealTime() {
        shows(Transcript.lists().run(0, "ax1").run(1, "ax2").run(2, "rx21"), G0_REALTIME);
        clean(Transcript.lists().run(0, "ax1").run(1, "ax2").run(2, "rx12"));
    }

    @Test
    void circularInformationFlowAgainstRealTime() {
        shows(besideTwo("ax1 ry1", "rx1", "ay1"), G1C_REALTIME);
        clean(besideTwo("ax1 ry", "rx1", "ay1"));
    }

    /** Transactions of two processes one after the other, beside one of a third. */
    private static Transcript besideTwo(String other, String first, String second) {
        return Transcript.lists().invoke(1, other).run(0, first).run(2, second).ok(1);
    }

    @Test
    void staleRead() {
        shows(Transcript.lists().run(0, "ax1").run(1, "rx"), G_SINGLE_ITEM_REALTIME);
        clean(Transcript.lists().run(0, "ax1").run(1, "rx1"));
    }

    @Test
    void anAppendThatNobodyEverSeesIsMissed() {
        shows(
                Transcript.lists().run(0, "ax1").run(1, "ax2").run(2, "rx1").run(3, "rx1"),
                G_SINGLE_ITEM_REALTIME);
    }

    @Test
    void longForkAgainstRealTime() {
        shows(fork(3, "rx"), G_NONADJACENT_ITEM_REALTIME);
        clean(fork(3, "rx1"));
    }

    @Test
    void writeSkewAgainstRealTime() {
        shows(besideTwo("ax1 ry", "ay1", "rx"), G2_ITEM_REALTIME);
        clean(besideTwo("ax1 ry1", "ay1", "rx"));
    }
}
