package dev.weevil.adversaries.gullible;

import dev.weevil.checker.agreement.Agreement;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Models;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.run.AgreementOracle;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.ExactlyOnceOracle;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.LinearizabilityOracle;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Requirement;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.workload.Generator;
import dev.weevil.engine.workload.Request;
import dev.weevil.engine.workload.Workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@link Gullible} under an attack, simulated, with four replicas and two clients. */
public record Trial(Trace trace, Judgement judgement) {

    public static final int OPERATIONS = 40;

    private static final Generator READS_AND_WRITES =
            (client, count, random) -> random.nextBoolean()
                    ? new Request("get", Optional.of("k"), null)
                    : new Request("put", Optional.of("k"), "c" + client + "." + count);

    public static Trial of(Attack attack, long seed) {
        Plan plan = new Plan(
                "trial",
                new Gullible(),
                new Membership(4, 1, 2),
                Settings.NONE,
                Scheme.SYMBOLIC,
                new Workload("key-value", OPERATIONS, Duration.ZERO, READS_AND_WRITES),
                attack,
                new Seed(seed),
                new Bounds(Duration.ofSeconds(20), 100_000));
        List<TraceEvent> events = new ArrayList<>();
        try {
            new Simulation(Latency.exactly(Duration.ofMillis(1))).run(plan, events::add);
        } catch (RunFailed e) {
            throw new AssertionError(e);
        }
        Trace trace = new Trace(plan.header(Mode.SIMULATED), events);
        Scenario scenario = new Scenario(
                "trial",
                "the gullible believe everything",
                Kind.HOLDS,
                Set.of(Mode.SIMULATED),
                Requirement.operations(0),
                (mode, any) -> plan,
                List.of(
                        new LinearizabilityOracle(Models.keyValue(), Limits.none()),
                        AgreementOracle.ofDecisions(Agreement.strict()),
                        new ExactlyOnceOracle()));
        return new Trial(trace, Judgement.of(scenario, trace));
    }

    public boolean valid(String oracle) {
        return judgement.verdicts().get(oracle).isValid();
    }

    public boolean invalid(String oracle) {
        return judgement.verdicts().get(oracle).isInvalid();
    }

    public <E extends TraceEvent> List<E> all(Class<E> type) {
        return trace.events().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
