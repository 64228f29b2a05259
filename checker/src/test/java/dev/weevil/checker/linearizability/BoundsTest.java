package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A check that runs into a bound says so, and gives what it knows. */
class BoundsTest {

    /** Many concurrent additions whose sums collide, and a total that cannot be: a hard one to refute. */
    private static Recording hard() {
        Recording recording = new Recording();
        Random random = new Random(5);
        for (int process = 0; process < 28; process++) {
            recording.invoke(process, "add", (long) random.nextInt(1 << 20));
        }
        recording.invoke(100, "read", null).ok(100, 3L);
        for (int process = 0; process < 28; process++) {
            recording.ok(process, null);
        }
        return recording;
    }

    @Test
    void timeRunsOut() {
        Verdict verdict = Linearizability.check(
                hard().history(), Models.counter(0), Limits.within(Duration.ofMillis(50)));
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
        assertThat(verdict.inWords()).contains("the time of 50 ms is over");
        assertThat(verdict.explored().steps()).isPositive();
        assertThat(verdict.partials()).isNotEmpty();
    }

    @Test
    void memoryRunsOut() {
        Verdict verdict = Linearizability.check(
                hard().history(), Models.counter(0), Limits.none().withMemoryBytes(1 << 20));
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
        assertThat(verdict.inWords()).contains("states fill the memory allowed");
    }

    @Test
    void aCallerLosesPatience() {
        AtomicInteger asked = new AtomicInteger();
        Verdict verdict = Linearizability.check(
                hard().history(),
                Models.counter(0),
                Limits.none().until(() -> asked.incrementAndGet() > 5));
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
        assertThat(verdict.inWords()).contains("the check was cancelled");
    }

    @Test
    void threadsGiveTheSameAnswers() {
        Recording recording = new Recording();
        for (long key = 0; key < 50; key++) {
            recording.invoke(1, "put", key, key).ok(1, key);
            recording.invoke(2, "get", key, null).ok(2, key);
        }
        Limits four = Limits.none().withThreads(4);
        Verdict valid = Linearizability.check(recording.history(), Models.keyValue(), four);
        assertThat(valid.isValid()).isTrue();
        assertThat(valid.witness()).hasSize(100);
        Replays.assertLegal(valid.witness(), recording.history().operations(), Models.keyValue());
        recording.invoke(2, "get", 30L, null).ok(2, 31L);
        Verdict invalid = Linearizability.check(recording.history(), Models.keyValue(), four);
        assertThat(invalid.isInvalid()).isTrue();
    }
}
