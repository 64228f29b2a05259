package dev.weevil.reports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.trace.Trace;
import dev.weevil.reports.SyntheticRun;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The story of a verdict is made from what the trace holds. */
class ExplanationTest {

    private static final Trace VIOLATED = SyntheticRun.violated(220);

    private static Explanation explain(Trace trace) {
        Judgement judgement = SyntheticRun.judge(trace);
        ClientHistory history = ClientHistory.of(trace);
        ReplicaLogs logs = ReplicaLogs.of(trace);
        Conflict conflict = Conflict.of(trace, judgement, history, logs);
        return Explanation.of(trace, judgement, history, logs, conflict, Journeys.of(trace));
    }

    @Test
    void theHeadlineNamesEveryBrokenGuarantee() {
        assertThat(explain(VIOLATED).headline())
                .isEqualTo("Linearizability and agreement are violated");
    }

    @Test
    void theConflictingOperationsAreToldInTheirOrder() {
        List<String> facts = explain(VIOLATED).facts();

        assertThat(facts)
                .anyMatch(fact -> fact.matches("(.*, )?c0: cas k1: .* → blue, from .*"))
                .anyMatch(fact -> fact.matches("meanwhile, c1: cas k1: .* → red, from .*"));
    }

    @Test
    void clientsAndReplicasThatHoldDifferentThingsAreNamed() {
        assertThat(explain(VIOLATED).facts())
                .anyMatch(fact -> fact.matches("c0 holds cas k1: c0.164 → blue \\(\\w{8}\\)"
                        + " to be done at sequence 170 .*, but c1 holds cas k1: c0.164 → red"
                        + " \\(\\w{8}\\) to be done at sequence 170 .*"))
                .anyMatch(fact -> fact.matches("correct r1 decided \\w{8} at 170 .*,"
                        + " correct r3 decided \\w{8} at 170 .*"));
    }

    @Test
    void theAlteredMessageIsTheFirstCause() {
        assertThat(explain(VIOLATED).cause().get(0))
                .matches("Rule two-faces altered 1 OrderRequest from the corrupted r0 to r3"
                        + " at sequence 170 \\(m\\d+\\): request.client c0 → c1;.*");
    }

    @Test
    void aValidRunTellsWhatWasLookedAt() {
        Explanation told = explain(SyntheticRun.honest(220));

        assertThat(told.headline()).isEqualTo("Linearizability and agreement hold");
        assertThat(told.facts().get(0))
                .matches("220 operations, \\d+ of them overlapping another, at most 3 at once.*");
        assertThat(told.cause().get(0)).matches("Faults that bit: \\d+ dropped, \\d+ delayed.*");
    }

    @Test
    void moreLiarsThanTheSystemBearsAreOutsideTolerance() {
        assertThat(Tolerance.of(VIOLATED.header()).inWords())
                .isEqualTo(
                        "The adversary owned r0, r2: 2 replicas, more than f = 1."
                                + " That is outside tolerance, so a violation is a control and no finding.");
    }

    @Test
    void theFirstDivergenceIsAmongCorrectReplicasOnly() {
        ReplicaLogs logs = ReplicaLogs.of(VIOLATED);

        assertThat(logs.firstDivergence()).contains(SyntheticRun.SPLIT);
        assertThat(logs.correct(SyntheticRun.SPLIT)).hasSize(2);
    }
}
