package dev.weevil.zyzzyva.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What wastes the published protocol's time, and what the defences of 15.1 and 15.2 save of it. */
class LoadSuiteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-attack/defended",
                "inconsistent-macs/published",
                "inconsistent-macs/defended",
                "slow-primary-10ms/published",
                "slow-primary-10ms/defended",
                "flooding-client/published",
                "flooding-client/defended",
                "ignored-client/defended"
            })
    void theCorrectClientsKeepWhatTheScenarioSays(String name) throws RunFailed {
        Scenario scenario = scenario(name);

        Judgement judgement =
                Judgement.of(scenario, LoadTable.run(scenario.plan(Mode.SIMULATED, new Seed(2))));

        assertThat(judgement.kind())
                .as(judgement.summary())
                .isEqualTo(
                        scenario.kind() == Kind.HOLDS ? Verdict.Kind.VALID : Verdict.Kind.INVALID);
        assertThat(judgement.verdicts().get("exactly-once").isValid()).isTrue();
        assertThat(judgement.vacuous()).isFalse();
    }

    @Test
    void everyAttackIsRunAsPublishedAndDefended() {
        List<String> names =
                new LoadSuite().scenarios().stream().map(Scenario::name).toList();

        assertThat(names).doesNotHaveDuplicates().hasSize(15);
        assertThat(names)
                .filteredOn(name -> name.endsWith("/published"))
                .allMatch(name -> names.contains(name.replace("/published", "/defended")));
    }

    private static Scenario scenario(String name) {
        return new LoadSuite()
                .scenarios().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
