package dev.weevil.zyzzyva.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every scenario comes out as its claim says, whatever the seed. */
class FaultSuiteTest {

    private static final int SEEDS = 4;

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C2 = NodeId.client(2);

    static Stream<Arguments> runs() {
        return new ZyzzyvaSuite()
                .scenarios().stream()
                        .flatMap(scenario -> LongStream.rangeClosed(1, SEEDS)
                                .mapToObj(seed -> Arguments.of(scenario.name(), seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("runs")
    void everyScenarioComesOutAsExpected(String name, long seed) {
        Played played = Played.of(name, seed);
        Judgement judgement = played.judgement();
        boolean control = played.scenario().kind() == Kind.CONTROL;

        assertThat(judgement.kind())
                .as(judgement.summary())
                .isEqualTo(control ? Verdict.Kind.INVALID : Verdict.Kind.VALID);
        assertThat(judgement.completed()).isGreaterThanOrEqualTo(Scene.ENOUGH);
        assertThat(judgement.vacuous()).isFalse();
        assertThat(judgement.bites().total() > 0)
                .as(judgement.bites().toString())
                .isEqualTo(!name.equals("no-fault"));
    }

    @Test
    void onlyTheControlHasMoreLiarsThanTheSystemTolerates() {
        for (Scenario scenario : new ZyzzyvaSuite().scenarios()) {
            int liars =
                    Played.of(scenario.name(), 1).trace().header().corrupted().size();
            assertThat(liars > 1).as(scenario.name()).isEqualTo(scenario.kind() == Kind.CONTROL);
            assertThat(scenario.modes()).containsExactlyInAnyOrder(Mode.values());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void theControlIsSeenByEveryOracleThatCan(long seed) {
        Played control = Played.of("colluding-majority", seed);

        assertThat(control.invalid("i2-linearizability")).isTrue();
        assertThat(control.invalid("i10-committed-prefix")).isTrue();
        assertThat(control.invalid("i1-history-prefix")).isTrue();
    }

    @Test
    void theControlLetsTwoCorrectClientsCompleteOnTwoPhases() {
        Played control = Played.of("colluding-majority", 1);
        Fact near = control.facts(C0, Fact.COMPLETED).get(0);
        Fact far = control.facts(C2, Fact.COMPLETED).get(0);

        assertThat(List.of(near, far)).allMatch(fact -> fact.detail().equals("4b"));
        assertThat(far.sequence()).isEqualTo(1);
        assertThat(control.facts(R2, Fact.DECIDED)).hasSizeGreaterThan(100);
        assertThat(control.facts(R3, Fact.DECIDED)).hasSizeGreaterThan(50);
        assertThat(control.facts(R2, Fact.DECIDED).get(0).digest())
                .isNotEqualTo(control.facts(R3, Fact.DECIDED).get(0).digest());
        assertThat(control.observed(Fact.ACCUSED)).isEmpty();
    }

    @Test
    void withOneColluderHonestNothingCompletesInTheSecondHistory() {
        Played demoted = Played.of("colluding-majority-demoted", 1);

        assertThat(demoted.facts(R3, Fact.ACCEPTED)).isNotEmpty();
        assertThat(demoted.facts(R3, Fact.ACCEPTED).get(0).digest())
                .isNotEqualTo(demoted.facts(R2, Fact.ACCEPTED).get(0).digest());
        assertThat(demoted.facts(C2, Fact.COMPLETED)).isEmpty();
        assertThat(demoted.facts(R3, Fact.DECIDED)).isEmpty();
    }

    @Test
    void anEquivocatingPrimaryMisleadsOneBackupAndIsConvicted() {
        Played played = Played.of("equivocating-primary", 1);

        assertThat(played.facts(R3, Fact.ACCEPTED).get(0).digest())
                .isNotEqualTo(played.facts(R1, Fact.ACCEPTED).get(0).digest());
        assertThat(played.facts(R3, Fact.DECIDED)).noneMatch(fact -> fact.view() == 0);
        assertThat(played.facts(R3, Fact.ROLLED_BACK)).isNotEmpty();
        for (NodeId backup : List.of(R1, R2, R3)) {
            assertThat(played.facts(backup, Fact.ACCUSED))
                    .allMatch(fact -> fact.detail().startsWith(R0 + ":"))
                    .isNotEmpty();
        }
    }

    @Test
    void aLyingBackupIsNamedByTheClients() {
        Played played = Played.of("lying-backup", 1);

        assertThat(played.observed("deviated"))
                .hasSizeGreaterThanOrEqualTo(Scene.ENOUGH)
                .allMatch(seen -> seen.fact().detail().startsWith(R3.toString()));
        assertThat(played.observed(Fact.REFUSED)).isEmpty();
    }

    @Test
    void aMuteBackupFollowsAllTheSame() {
        Played played = Played.of("mute-backup", 1);

        assertThat(played.facts(R3, Fact.DECIDED)).hasSameSizeAs(played.facts(R1, Fact.DECIDED));
        assertThat(played.observed(Fact.ACCUSED)).isEmpty();
    }

    @Test
    void theSuiteIsFoundByItsName() {
        assertThat(ServiceLoader.load(Suite.class)).extracting(Suite::name).contains("zyzzyva");
    }
}
