package dev.weevil.checker.serializability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.serializability.TransactionVerdict.Outcome;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verdicts: nothing passes in silence, and what is found is told in words. */
class SerializabilityTest {

    private static final Options STRICT = Options.at(Level.STRICT_SERIALIZABLE);

    private static void unknown(History history, String reason) {
        TransactionVerdict verdict = Serializability.check(history, STRICT);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.unknown()).anySatisfy(said -> assertThat(said).contains(reason));
    }

    private static History completed(Object... operations) {
        return new History(List.of(new HistoryEvent(
                0, 1, HistoryEvent.Type.OK, "txn", Optional.empty(), List.of(operations), "")));
    }

    @Test
    void aHistoryWithoutTransactionsIsUnknown() {
        unknown(new History(List.of()), "no transaction");
    }

    @Test
    void aHistoryWithoutDependenciesIsUnknown() {
        unknown(Transcript.lists().concurrently("ax1", "ay1").history(), "no transaction depends");
        unknown(Transcript.lists().invoke(0, "ax1").fail(0).history(), "no transaction depends");
    }

    @Test
    void whatIsNoTransactionIsUnknown() {
        unknown(
                new History(List.of(HistoryEvent.invoke(0, 1, "read", Optional.empty(), null))),
                "event 0: expected a txn, found the function read");
        unknown(completed("r"), "event 0: expected a micro-operation");
        unknown(completed(List.of("cas", "x", 1L)), "event 0: expected r, append or w, found cas");
        unknown(
                completed(List.of("append", "x", 1L), List.of("w", "y", 1L)),
                "both appends and writes");
        unknown(
                Transcript.lists().invoke(0, "ax1").invoke(0, "ax2").history(),
                "event 1: process 0 invokes while its transaction of event 0 is open");
    }

    @Test
    void aCompletionOfAnotherTransactionIsUnknown() {
        HistoryEvent asked = HistoryEvent.invoke(
                0, 1, "txn", Optional.empty(), List.of(List.of("append", "x", 1L)));
        HistoryEvent done =
                asked.completed(HistoryEvent.Type.OK, 1, List.of(List.of("append", "x", 2L)), "");
        unknown(new History(List.of(asked, done)), "event 1: completes");
    }

    @Test
    void aValueWrittenTwiceLeavesItsKeyUnknown() {
        Transcript twice = Transcript.lists().concurrently("ax1", "ax1 ay1", "rx1 ry1");
        unknown(twice.history(), "append of 1 to x was done at event 0 and again at event 1");
        Transcript elsewhere = Transcript.lists().concurrently("ax1", "ax1 ay1", "ry2");
        assertThat(elsewhere.check().outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void aRetryOfAFailedWriteIsNoSecondWrite() {
        Transcript retry = Transcript.lists().invoke(9, "ax1").fail(9).concurrently("ax1", "rx1");
        assertThat(retry.check().outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    void whatIsBeyondTheEdgeLimitIsUnknown() {
        Transcript history = Transcript.lists().run(0, "ax1").run(1, "rx1").run(2, "rx1");
        TransactionVerdict verdict = history.check(STRICT.withEdgeLimit(1));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.unknown().get(0)).contains("beyond the limit of 1");
        assertThat(history.check().outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    void invocationsMayBeMissing() {
        List<HistoryEvent> events = new ArrayList<>();
        for (HistoryEvent event : Transcript.lists()
                .run(0, "ax1")
                .run(1, "rx")
                .run(0, "rx1")
                .history()
                .events()) {
            if (event.type() != HistoryEvent.Type.INVOKE) {
                events.add(event);
            }
        }
        TransactionVerdict verdict = Serializability.check(new History(events), STRICT);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    void onlyTheLevelAskedForDecides() {
        Transcript skew = Transcript.lists().concurrently("rx ay1", "ry ax1");
        assertThat(skew.check(Options.at(Level.SERIALIZABLE)).outcome()).isEqualTo(Outcome.INVALID);
        TransactionVerdict snapshot = skew.check(Options.at(Level.SNAPSHOT_ISOLATION));
        assertThat(snapshot.outcome()).isEqualTo(Outcome.VALID);
        assertThat(snapshot.anomalies()).containsExactly(Anomaly.G2_ITEM);
        assertThat(snapshot.refuted())
                .contains(Level.REPEATABLE_READ, Level.SERIALIZABLE, Level.STRICT_SERIALIZABLE);
        assertThat(snapshot.mayHold())
                .contains(Level.SNAPSHOT_ISOLATION, Level.STRONG_SNAPSHOT_ISOLATION)
                .doesNotContain(Level.SERIALIZABLE);
    }

    @Test
    void staleReadsLeaveSerializabilityPossible() {
        Transcript stale = Transcript.lists().run(0, "ax1").run(1, "rx");
        assertThat(stale.check(Options.at(Level.SERIALIZABLE)).outcome()).isEqualTo(Outcome.VALID);
        assertThat(stale.check().outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void aCycleIsToldInWords() {
        TransactionVerdict verdict =
                Transcript.lists().concurrently("ax1 ay1", "rx1 ry").check();
        assertThat(verdict.findings().get(0).explanation()).isEqualTo("""
                Let:
                  T1 = [r x [1]] [r y []] (ok, process 1, event 1)
                  T2 = [append x 1] [append y 1] (ok, process 0, event 0)
                Then:
                  T1 < T2, because T1 read y as [], before T2's append of 1 to y.
                  However, T2 < T1, because T1 read x as [1] and so saw T2's append of 1 to x: \
                a contradiction.""");
    }

    @Test
    void runsOfTimeAreToldAsOneStep() {
        Finding finding = Transcript.lists()
                .run(0, "ax1")
                .run(1, "ay1")
                .run(2, "ay2")
                .run(3, "rx")
                .check()
                .findings()
                .get(0);
        assertThat(finding.steps()).hasSize(2);
        assertThat(finding.steps().get(1).reason())
                .isEqualTo("T2 completed at event 1 before T1 began at event 6");
    }

    @Test
    void aFindingIsDrawn() {
        Finding finding = Transcript.lists()
                .concurrently("rx ay1", "ry ax1")
                .check()
                .findings()
                .get(0);
        assertThat(finding.dot())
                .startsWith("digraph \"G2-item\" {\n")
                .contains("T1 [shape=box, label=\"T1 = [r x []] [append y 1]\"];\n")
                .contains("T1 -> T2 [label=\"rw\"")
                .contains("T2 -> T1 [label=\"rw\"")
                .endsWith("}\n");
    }

    @Test
    void aReadOfAFailedWriteIsNamedAsSuch() {
        Finding finding = Transcript.lists()
                .invoke(9, "ax1")
                .fail(9)
                .concurrently("rx1")
                .check()
                .findings()
                .get(0);
        assertThat(finding.explanation())
                .endsWith("T2 saw the append of 1 to x by T1, which was reported failed.");
    }

    @Test
    void withoutTimeSomeCycleIsStillShown() {
        TransactionVerdict verdict = Transcript.lists()
                .concurrently("ax1 ay1", "rx1 ry")
                .check(STRICT.within(Duration.ZERO));
        assertThat(verdict.anomalies()).containsExactly(Anomaly.G_SINGLE_ITEM);
        assertThat(verdict.findings().get(0).shortest()).isFalse();
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void aComponentTooLargeForObjectsShowsSomeCycle() {
        List<HistoryEvent> events = new ArrayList<>();
        int transactions = 50_000;
        for (int t = 0; t < transactions; t++) {
            long next = (t + 1L) % transactions;
            List<Object> operations =
                    List.of(List.of("append", (long) t, 1L), List.of("r", next, List.of(1L)));
            events.add(HistoryEvent.invoke(t, t, "txn", Optional.empty(), operations));
        }
        for (int t = 0; t < transactions; t++) {
            HistoryEvent begun = events.get(t);
            events.add(begun.completed(HistoryEvent.Type.OK, transactions + t, begun.value(), ""));
        }
        TransactionVerdict verdict = Serializability.check(new History(events), STRICT);
        assertThat(verdict.anomalies()).containsExactly(Anomaly.G1C);
        assertThat(verdict.findings().get(0).shortest()).isFalse();
        assertThat(verdict.findings().get(0).explanation())
                .contains("... and so on through 49967 more ...")
                .hasSizeLessThan(20_000);
    }

    @Test
    void implicationsFollowTheDefinitions() {
        assertThat(Refutation.implied(List.of(Anomaly.LOST_UPDATE)))
                .contains(Anomaly.G_SINGLE_ITEM, Anomaly.G_SINGLE, Anomaly.G2_ITEM, Anomaly.G2);
        assertThat(Refutation.refutedBy(List.of(Anomaly.G0))).hasSize(Level.values().length);
        assertThat(Refutation.refutedBy(List.of(Anomaly.G_NONADJACENT_ITEM)))
                .contains(Level.SNAPSHOT_ISOLATION)
                .doesNotContain(Level.PARALLEL_SNAPSHOT_ISOLATION, Level.CONSISTENT_VIEW);
        assertThat(Refutation.refutedBy(List.of(Anomaly.G2_ITEM_REALTIME)))
                .containsExactly(Level.STRICT_SERIALIZABLE);
        for (Anomaly anomaly : Anomaly.values()) {
            assertThat(Refutation.refutedBy(List.of(anomaly)))
                    .as(anomaly.label())
                    .contains(Level.STRICT_SERIALIZABLE);
        }
    }

    @Test
    void aVerdictSaysWhatFellAndWhatMayHold() {
        Transcript skew = Transcript.lists().concurrently("rx ay1", "ry ax1");
        Verdict invalid = skew.check().verdict();
        assertThat(invalid.isInvalid()).isTrue();
        assertThat(invalid.explanation().get(0))
                .isEqualTo("The history is not strict-serializable.");
        assertThat(invalid.explanation().get(1)).startsWith("G2-item. Let:");
        assertThat(invalid.counterexample().toString())
                .contains("txn [[r x nil] [append y 1]] by client 0", "by client 1");
        assertThat(invalid.remarks().get(0)).startsWith("refuted: repeatable-read, serializable");
        assertThat(invalid.remarks().get(1)).contains("snapshot-isolation");
        assertThat(skew.check(Options.at(Level.SNAPSHOT_ISOLATION)).verdict().isValid())
                .isTrue();
        Verdict unknown = Transcript.lists().check().verdict();
        assertThat(unknown.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
        assertThat(unknown.inWords()).isEqualTo("Undecided: the history holds no transaction.");
    }
}
