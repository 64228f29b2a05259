package dev.weevil.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.agreement.Agreement;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What becomes of several oracles' verdicts, and when a run says nothing at all. */
class JudgementTest {

    private static final Oracle AGREEMENT = AgreementOracle.ofDecisions(Agreement.strict());
    private static final Oracle EXACTLY_ONCE = new ExactlyOnceOracle();

    @Test
    void oneOracleThatRejectsIsEnough() {
        Told told = new Told()
                .observed(NodeId.replica(0), Fact.DECIDED, 1, "a")
                .observed(NodeId.replica(1), Fact.DECIDED, 1, "b");

        Judgement judgement = Judgement.of(Told.scenario(0, EXACTLY_ONCE, AGREEMENT), told.trace());

        assertThat(judgement.kind()).isEqualTo(Verdict.Kind.INVALID);
        assertThat(judgement.summary()).startsWith("agreement: ");
        assertThat(judgement.verdicts().get("exactly-once").isValid()).isTrue();
    }

    @Test
    void tooFewCompletedOperationsAreNoPass() {
        Told told = new Told().invoked(0, 1, "get", null).completed(0, 1, "get", Outcome.ok(null));

        assertThat(Judgement.of(Told.scenario(1, AGREEMENT), told.trace()).kind())
                .isEqualTo(Verdict.Kind.VALID);
        Judgement judgement = Judgement.of(Told.scenario(2, AGREEMENT), told.trace());
        assertThat(judgement.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
        assertThat(judgement.summary()).contains("only 1 operations", "at least 2");
    }

    @Test
    void aViolationOfAnotherPromiseThanTheOneItMustShowIsUnexpected() {
        Told told = new Told()
                .observed(NodeId.replica(0), Fact.DECIDED, 1, "a")
                .observed(NodeId.replica(1), Fact.DECIDED, 1, "b");
        Scenario control = Told.control(EXACTLY_ONCE, AGREEMENT);

        assertThat(unmet(control.breaking(Violations.of("agreement")), told)).isEmpty();
        assertThat(unmet(control, told)).isEmpty();
        assertThat(unmet(control.breaking(Violations.of("exactly-once")), told))
                .hasValueSatisfying(why -> assertThat(why).contains("violation of exactly-once"));
        assertThat(unmet(control.breaking(Violations.of("agreement", "exactly-once")), told))
                .isPresent();
    }

    @Test
    void whatBreaksBesideWhatMustBreakIsUnexpectedUnlessItMay() {
        Told told = new Told()
                .observed(NodeId.replica(0), Fact.DECIDED, 1, "a")
                .observed(NodeId.replica(1), Fact.DECIDED, 1, "b")
                .observed(NodeId.replica(1), Fact.EXECUTED, 1, "a")
                .observed(NodeId.replica(1), Fact.EXECUTED, 2, "a");
        Scenario control = Told.control(EXACTLY_ONCE, AGREEMENT);
        Violations agreement = Violations.of("agreement");

        assertThat(unmet(control.breaking(agreement), told)).isPresent();
        assertThat(unmet(control.breaking(agreement.perhaps("exactly-once")), told))
                .isEmpty();
    }

    private static Optional<String> unmet(Scenario scenario, Told told) {
        return Judgement.of(scenario, told.trace()).unmet();
    }

    @Test
    void aRunWhoseRulesOnlyLookedIsVacuous() {
        Scenario scenario = Told.scenario(0, AGREEMENT);
        Told looked = new Told().rule("loss").touched("loss", Touch.Kind.MATCHED);
        Told bitten = new Told().rule("loss").touched("loss", Touch.Kind.DELAYED);

        assertThat(Judgement.of(scenario, new Told().trace()).vacuous()).isFalse();
        assertThat(Judgement.of(scenario, new Told().rule("loss").trace()).vacuous())
                .isTrue();
        assertThat(Judgement.of(scenario, looked.trace()).vacuous()).isTrue();
        assertThat(Judgement.of(scenario, bitten.trace()).vacuous()).isFalse();
    }

    @Test
    void bitesAreCountedByRuleAndKind() {
        Bites bites = Bites.of(new Told()
                .rule("loss")
                .touched("loss", Touch.Kind.DELAYED)
                .touched("loss", Touch.Kind.DELAYED)
                .touched("loss", Touch.Kind.MATCHED)
                .trace());

        assertThat(bites.touches().get("loss"))
                .containsEntry(Touch.Kind.DELAYED, 2)
                .containsEntry(Touch.Kind.MATCHED, 1);
        assertThat(bites.total()).isEqualTo(2);
    }
}
