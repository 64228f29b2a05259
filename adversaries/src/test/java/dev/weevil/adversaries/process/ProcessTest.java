package dev.weevil.adversaries.process;

import static dev.weevil.adversaries.script.Bench.R0;
import static dev.weevil.adversaries.script.Bench.R1;
import static dev.weevil.adversaries.script.Bench.R3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.adversaries.gullible.Trial;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.trace.TraceEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Each fault of a process breaks a protocol that does not survive it. */
class ProcessTest {

    private static final Duration WHILE = Duration.ofMillis(10);

    @Test
    void aKilledPrimaryCompletesNothingMore() {
        Trial trial = Trial.of(Crash.of(R0).when(When.completed(12)), 1);

        assertThat(trial.judgement().completed()).isBetween(12, 13);
        assertThat(trial.judgement().vacuous()).isFalse();
        assertThat(trial.trace().header().corrupted()).containsExactly(R0);
    }

    @Test
    void aRestartedReplicaHasForgottenWhatItNeverWroteDown() {
        Attack attack = Crash.andRestart(R3, WHILE).when(When.completed(12));
        Trial trial = Trial.of(attack, 1);

        assertThat(trial.invalid("agreement")).isTrue();
        assertThat(attack.corrupted()).isEmpty();
        assertThat(trial.all(TraceEvent.Disturbed.class))
                .extracting(event -> event.disturbance().getClass().getSimpleName())
                .containsExactly("Crash", "Restart");
    }

    @Test
    void amnesiaCountsAgainstF() {
        assertThat(Crash.andAmnesia(R3, WHILE).corrupted()).containsExactly(R3);
        assertThat(Pause.of(R3, WHILE).corrupted()).isEmpty();
        assertThat(Skew.of(R3, WHILE).corrupted()).isEmpty();
    }

    @Test
    void aPausedPrimaryHoldsEverybodyUpUntilItGoesOn() {
        Duration lengthy = Duration.ofMillis(500);
        Trial calm = Trial.of(Attack.none(), 1);
        Trial trial = Trial.of(Pause.of(R0, lengthy).when(When.after(WHILE)), 1);

        assertThat(trial.judgement().completed()).isEqualTo(Trial.OPERATIONS);
        assertThat(lasted(trial)).isGreaterThan(lasted(calm) + lengthy.toNanos() / 2);
    }

    private static long lasted(Trial trial) {
        return trial.all(TraceEvent.Completed.class).stream()
                .mapToLong(TraceEvent.Completed::nanos)
                .max()
                .orElseThrow();
    }

    @Test
    void aClockJumpsWhenItIsTold() {
        Trial trial = Trial.of(Skew.of(R1, WHILE).when(When.after(WHILE)), 1);

        assertThat(trial.all(TraceEvent.Disturbed.class))
                .hasSize(1)
                .allMatch(event -> event.nanos() == WHILE.toNanos()
                        && event.disturbance() instanceof Disturbance.Skew);
    }

    @Test
    void noLinkIsDecodedForIt() {
        Attack attack = Crash.of(R0).then(Pause.of(R1, WHILE));

        assertThat(attack.touches(R0, R1)).isFalse();
        assertThat(attack.describe())
                .containsExactly(
                        "crash-r0: at once r0 is killed",
                        "pause-r1: at once r1 is stopped, 10 ms later it goes on");
    }

    @Test
    void aFaultAtTheStartStrikesOnceTheProcessesRun() {
        Trial trial = Trial.of(Crash.of(R0), 1);

        assertThat(trial.all(TraceEvent.ProcessChanged.class)).hasSize(1);
        assertThat(trial.judgement().completed()).isZero();
    }
}
