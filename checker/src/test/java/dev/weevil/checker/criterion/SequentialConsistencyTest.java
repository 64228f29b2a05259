package dev.weevil.checker.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.linearizability.Recording;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

/** Sequential consistency, by hand. */
class SequentialConsistencyTest {

    private static Verdict check(Recording recording) {
        return Criterion.SEQUENTIAL.check(
                recording.history().operations(), Models.register(0L), Limits.none());
    }

    @Test
    void whatTheSameWritesLeftDependsOnTheirOrder() {
        // Only 2, 3, 1 is legal: it is tried after 1, 3, 2, in which the last write also found a 3.
        Recording recording = new Recording()
                .alone(1, "write", 1L, 1L)
                .alone(2, "write", 2L, 2L)
                .alone(3, "write", 3L, 3L)
                .alone(2, "read", null, 1L)
                .alone(3, "read", null, 1L);
        assertThat(check(recording).isValid()).isTrue();
        assertThat(check(recording.alone(1, "read", null, 3L)).isInvalid()).isTrue();
    }
}
