package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.model.ReadingRules;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The answers on histories short enough to judge by eye. */
class LinearizabilityTest {

    private static final Model<Object> REGISTER = Models.casRegister(0L, ReadingRules.LITERAL);

    private static Verdict check(Recording recording, Model<?> model) {
        return Linearizability.check(recording.history(), model, Limits.none());
    }

    @Test
    void anEmptyHistoryIsValid() {
        assertThat(check(new Recording(), REGISTER).isValid()).isTrue();
    }

    @Test
    void aReadConcurrentWithAWriteMaySeeEither() {
        for (long seen = 0; seen <= 1; seen++) {
            Recording recording = new Recording()
                    .invoke(1, "write", 1L)
                    .invoke(2, "read", null)
                    .ok(2, seen);
            assertThat(check(recording.ok(1, 1L), REGISTER).isValid()).isTrue();
        }
    }

    @Test
    void aReadAfterAWriteMustSeeIt() {
        Recording recording = new Recording().alone(1, "write", 1L, 1L).alone(2, "read", null, 0L);
        Verdict verdict = check(recording, REGISTER);
        assertThat(verdict.isInvalid()).isTrue();
        assertThat(verdict.counterexample()).isNotEmpty();
    }

    @Test
    void anIndeterminateWriteMayTakeEffectLateOrNever() {
        Recording late = new Recording()
                .invoke(1, "write", 1L)
                .info(1)
                .alone(2, "read", null, 0L)
                .alone(2, "read", null, 1L);
        assertThat(check(late, REGISTER).isValid()).isTrue();
        Recording undone = late.alone(2, "read", null, 0L);
        assertThat(check(undone, REGISTER).isInvalid()).isTrue();
    }

    @Test
    void aFailedCasIsAnObservationOrNothing() {
        Recording recording = new Recording().invoke(1, "cas", List.of(0L, 1L)).fail(1);
        assertThat(check(recording, REGISTER).isInvalid()).isTrue();
        Model<Object> knossos = Models.casRegister(0L, ReadingRules.KNOSSOS);
        assertThat(check(recording, knossos).isValid()).isTrue();
    }

    @Test
    void keysAreIndependentObjects() {
        Recording recording = new Recording()
                .invoke(1, "put", "a", 1L)
                .ok(1, 1L)
                .invoke(1, "get", "b", null)
                .ok(1, null)
                .invoke(1, "append", "b", "x")
                .ok(1, "x")
                .invoke(2, "get", "b", null)
                .ok(2, "x");
        assertThat(check(recording, Models.keyValue()).isValid()).isTrue();
        recording.invoke(2, "get", "a", null).ok(2, null);
        assertThat(check(recording, Models.keyValue()).isInvalid()).isTrue();
    }

    @Test
    void aFunctionTheModelDoesNotKnowIsRefused() {
        Recording recording = new Recording().alone(1, "enqueue", 1L, 1L);
        assertThatThrownBy(() -> check(recording, REGISTER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model cas-register has no function enqueue");
    }

    @Test
    void aCancelledCheckSaysUnknown() {
        Recording recording = new Recording().alone(1, "write", 1L, 1L);
        Verdict verdict = Linearizability.check(
                recording.history(), REGISTER, Limits.none().until(() -> true));
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
        assertThat(verdict.inWords()).contains("cancelled");
    }
}
