package dev.weevil.adversaries.gullible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.network.Attack;
import dev.weevil.engine.run.Judgement;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What adversaries break must have been whole before. */
class GullibleTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void withoutAFaultEveryOracleIsContent(long seed) {
        Judgement judgement = Trial.of(Attack.none(), seed).judgement();

        assertThat(judgement.verdicts().values()).allMatch(verdict -> verdict.isValid());
        assertThat(judgement.completed()).isEqualTo(Trial.OPERATIONS);
        assertThat(judgement.vacuous()).isFalse();
    }
}
