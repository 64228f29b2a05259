package dev.weevil.checker.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** Correct replicas decide the same, in the same order, nothing lost and nothing twice. */
class AgreementTest {

    private static Decision decided(String replica, long position, String value) {
        return new Decision(replica, position, value);
    }

    @Test
    void equalPrefixesAgree() {
        List<Decision> decisions =
                List.of(decided("r0", 1, "a"), decided("r0", 2, "b"), decided("r1", 1, "a"));
        assertThat(Agreement.strict().check(decisions).isValid()).isTrue();
    }

    @Test
    void twoValuesAtOnePositionAreNamed() {
        List<Decision> decisions = List.of(decided("r0", 1, "a"), decided("r1", 1, "b"));
        assertThat(Agreement.strict().check(decisions).inWords())
                .isEqualTo("Position 1 has two values: r0 decided a at 1, r1 decided b at 1.");
    }

    @Test
    void oneValueAtTwoPositionsIsTwice() {
        List<Decision> decisions = List.of(decided("r0", 1, "a"), decided("r0", 2, "a"));
        assertThat(Agreement.strict().check(decisions).isInvalid()).isTrue();
        assertThat(new Agreement(Set.of("a"), false).check(decisions).isValid()).isTrue();
    }

    @Test
    void aHoleIsALostDecisionUnlessAllowed() {
        List<Decision> decisions = List.of(
                decided("r0", 1, "a"),
                decided("r0", 2, "b"),
                decided("r1", 1, "a"),
                decided("r1", 3, "c"));
        assertThat(Agreement.strict().check(decisions).inWords())
                .isEqualTo("r1 decided position 3 but never position 2.");
        assertThat(new Agreement(Set.of(), true).check(decisions).isValid()).isTrue();
    }

    @Test
    void exactlyOnceFindsTheSecondAndTheMissing() {
        Execution first = new Execution("r0", "c1/1");
        assertThat(ExactlyOnce.check(List.of(first), List.of("c1/1")).isValid()).isTrue();
        assertThat(ExactlyOnce.check(List.of(first, first), List.of()).inWords())
                .isEqualTo("r0 applied c1/1 more than once.");
        assertThat(ExactlyOnce.check(List.of(first), List.of("c1/2")).inWords())
                .isEqualTo("c1/2 was acknowledged, but no correct replica applied it.");
    }
}
