package dev.weevil.zyzzyva.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.run.Conclusion;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

/** The schedules come out as the tables say, however long messages travel and timers run. */
class TheFlawTest {

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6})
    void theOutcomeOfNoScheduleDependsOnChance(long seed) {
        Stream.concat(TheFlaw.trials().stream(), TheFlaw.atACheckpoint().stream())
                .map(Trial::scenario)
                .map(scenario -> Tried.simulated(scenario, seed))
                .forEach(tried -> assertThat(tried.result().conclusion())
                        .as(tried.scenario().name() + ", seed " + seed + ": "
                                + tried.result().why())
                        .isEqualTo(Conclusion.HELD));
    }
}
