package dev.weevil.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.live.LiveRunner;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Suite;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.redis.attack.LostWrite;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Processes that are not ours hold without a fault, and are caught when they lose a write. */
class RedisSuiteTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void redisIsInstalled() {
        assumeTrue(new Redis().missing().isEmpty(), () -> new Redis().missing().orElse(""));
    }

    private static Scenario scenario(String name) {
        Suite suite = ServiceLoader.load(Suite.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals("redis"))
                .findFirst()
                .orElseThrow();
        return suite.scenarios().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Trace run(Plan plan) throws RunFailed {
        List<TraceEvent> events = new ArrayList<>();
        new LiveRunner(folder).run(plan, events::add);
        return new Trace(plan.header(Mode.LIVE), events);
    }

    private Judgement judged(String name) throws RunFailed {
        Scenario scenario = scenario(name);
        return Judgement.of(scenario, run(scenario.plan(Mode.LIVE, new Seed(11))));
    }

    @Test
    void withoutAFaultEveryOperationCompletesAndTheHistoryIsLegal() throws RunFailed {
        Judgement judgement = judged("no-fault");

        assertThat(judgement.kind()).isEqualTo(Verdict.Kind.VALID);
        assertThat(judgement.completed()).isEqualTo(400);
        assertThat(judgement.vacuous()).isFalse();
        assertThat(folder.resolve("logs/r0.out")).isNotEmptyFile();
    }

    @Test
    void aSlowReplicaDoesNotShow() throws RunFailed {
        Judgement judgement = judged("slow-replication");

        assertThat(judgement.kind()).isEqualTo(Verdict.Kind.VALID);
        assertThat(judgement.vacuous()).isFalse();
    }

    @Test
    void acknowledgedWritesThatTheNewPrimaryNeverGotAreCalledInvalid() throws RunFailed {
        Judgement judgement = judged("lost-write");

        assertThat(judgement.kind()).isEqualTo(Verdict.Kind.INVALID);
        assertThat(judgement.completed()).isGreaterThanOrEqualTo(200);
        assertThat(judgement.bites().disturbances())
                .containsEntry(LostWrite.KILL, 1)
                .containsEntry(LostWrite.PROMOTE, 1);
        assertThat(judgement.bites().touches().get(LostWrite.HOLD)).isNotEmpty();
    }

    @Test
    void anAttackThatNeverComesToItsPointIsVacuous() throws RunFailed {
        Scenario scenario = scenario("lost-write");
        Plan plan = scenario.plan(Mode.LIVE, new Seed(12));
        Attack late = new LostWrite(100_000, 1);

        Trace trace = run(new Plan(
                plan.scenario(),
                plan.system(),
                plan.membership(),
                plan.settings(),
                plan.scheme(),
                plan.workload(),
                late,
                plan.seed(),
                plan.bounds()));

        assertThat(Judgement.of(scenario, trace).vacuous()).isTrue();
    }
}
