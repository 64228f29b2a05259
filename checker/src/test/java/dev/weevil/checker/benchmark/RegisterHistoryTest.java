package dev.weevil.checker.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.History;
import dev.weevil.checker.linearizability.Examination;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.model.ReadingRules;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured is what its title says. */
class RegisterHistoryTest {

    private static final int SEEDS = 300;
    private static final Model<?> MODEL = Models.casRegister(0L, ReadingRules.KNOSSOS);

    private static Verdict.Kind kind(double crashes, boolean stale, long seed) {
        RegisterHistory history = new RegisterHistory(4, 60, 3, 1, crashes, stale, seed);
        return Examination.of(new History(history.events()).operations(), MODEL, Limits.none())
                .kind();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.2})
    void historiesAreLegal(double crashes) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(kind(crashes, false, seed))
                    .as("seed %d", seed)
                    .isEqualTo(Verdict.Kind.VALID);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.2})
    void staleReadsAreViolationsWhateverCrashed(double crashes) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(kind(crashes, true, seed))
                    .as("seed %d", seed)
                    .isEqualTo(Verdict.Kind.INVALID);
        }
    }
}
