package dev.weevil.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.agreement.Agreement;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Models;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;

import org.junit.jupiter.api.Test;

/** Each oracle has a trace that it must accept and one beside it that it must reject. */
class OraclesTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final Oracle LINEARIZABILITY =
            new LinearizabilityOracle(Models.keyValue(), Limits.none());
    private static final Oracle AGREEMENT = AgreementOracle.ofDecisions(Agreement.strict());
    private static final Oracle EXACTLY_ONCE = new ExactlyOnceOracle();

    @Test
    void linearizabilityRejectsAReadOfWhatWasOverwritten() {
        assertThat(LINEARIZABILITY.judge(readAfterTwoPuts("b").trace()).isValid())
                .isTrue();
        assertThat(LINEARIZABILITY.judge(readAfterTwoPuts("a").trace()).isInvalid())
                .isTrue();
    }

    private static Told readAfterTwoPuts(String seen) {
        return new Told()
                .invoked(0, 1, "put", "a")
                .completed(0, 1, "put", Outcome.ok("a"))
                .invoked(1, 2, "put", "b")
                .completed(1, 2, "put", Outcome.ok("b"))
                .invoked(2, 3, "get", null)
                .completed(2, 3, "get", Outcome.ok(seen));
    }

    @Test
    void whatACorruptedClientSawIsNoEvidence() {
        Told told = readAfterTwoPuts("a").corrupting(NodeId.client(2));

        assertThat(LINEARIZABILITY.judge(told.trace()).isValid()).isTrue();
    }

    @Test
    void agreementRejectsTwoValuesAtOneSequenceUnlessALiarSaysSo() {
        Told told =
                new Told().observed(R0, Fact.DECIDED, 1, "a").observed(R1, Fact.DECIDED, 1, "b");

        assertThat(AGREEMENT.judge(told.trace()).isInvalid()).isTrue();
        assertThat(AGREEMENT.judge(told.corrupting(R1).trace()).isValid()).isTrue();
    }

    @Test
    void agreementWithinViewsLetsALaterViewSupersedeWhatReachedNoClient() {
        Oracle withinViews = AgreementOracle.ofDecisionsWithinViews(Agreement.strict());
        Told superseded = new Told()
                .observed(R0, Fact.DECIDED, 1, "a")
                .inView(1)
                .observed(R1, Fact.DECIDED, 1, "b");
        Told split = new Told()
                .inView(1)
                .observed(R0, Fact.DECIDED, 1, "a")
                .observed(R1, Fact.DECIDED, 1, "b");

        assertThat(withinViews.judge(superseded.trace()).isValid()).isTrue();
        assertThat(AGREEMENT.judge(superseded.trace()).isInvalid()).isTrue();
        assertThat(withinViews.judge(split.trace()).isInvalid()).isTrue();
    }

    @Test
    void stableStatesMustAgreeWhateverTheView() {
        Oracle stable = AgreementOracle.ofStableStates();
        Told same = new Told()
                .observed(R0, Fact.STABLE, 4, "a")
                .inView(1)
                .observed(R1, Fact.STABLE, 4, "a");
        Told split = new Told()
                .observed(R0, Fact.STABLE, 4, "a")
                .inView(1)
                .observed(R1, Fact.STABLE, 4, "b");

        assertThat(stable.judge(same.trace()).isValid()).isTrue();
        assertThat(stable.judge(split.trace()).isInvalid()).isTrue();
    }

    @Test
    void exactlyOnceRejectsARequestAppliedTwice() {
        Told twice =
                new Told().observed(R0, Fact.EXECUTED, 1, "a").observed(R0, Fact.EXECUTED, 2, "a");

        assertThat(EXACTLY_ONCE.judge(twice.trace()).isInvalid()).isTrue();
    }

    @Test
    void exactlyOnceForgetsWhatWasRolledBack() {
        Told again = new Told()
                .observed(R0, Fact.EXECUTED, 1, "a")
                .observed(R0, Fact.ROLLED_BACK, 0, "")
                .observed(R0, Fact.EXECUTED, 2, "a");

        assertThat(EXACTLY_ONCE.judge(again.trace()).isValid()).isTrue();
    }

    @Test
    void exactlyOnceRejectsACompletionThatNobodyApplied() {
        Told lost = new Told()
                .observed(R0, Fact.EXECUTED, 1, "a")
                .observed(NodeId.client(0), Fact.COMPLETED, 1, "b");

        assertThat(EXACTLY_ONCE.judge(lost.trace()).isInvalid()).isTrue();
    }

    @Test
    void aClientThatDoesNotKnowGoesOnAsANewProcess() {
        Told told = new Told()
                .invoked(1, 1, "put", "a")
                .completed(1, 1, "put", Outcome.info("a", "timed out"))
                .invoked(1, 2, "get", null)
                .completed(1, 2, "get", Outcome.info(null, "timed out"))
                .invoked(1, 3, "get", null);

        assertThat(Clients.history(told.trace()).events())
                .extracting(HistoryEvent::process)
                .containsExactly(1, 1, 4, 4, 7);
    }
}
