package dev.weevil.zyzzyva.suite;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.live.LiveRunner;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.Runner;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A scenario of the suite, run once. */
record Played(Scenario scenario, Trace trace, Judgement judgement) {

    /** Simulated. */
    static Played of(String name, long seed) {
        return of(named(name), Mode.SIMULATED, seed, new Simulation());
    }

    /** With processes and sockets. */
    static Played live(String name, long seed, Path folder) {
        return of(named(name), Mode.LIVE, seed, new LiveRunner(folder));
    }

    private static Played of(Scenario scenario, Mode mode, long seed, Runner runner) {
        Plan plan = scenario.plan(mode, new Seed(seed));
        List<TraceEvent> events = new ArrayList<>();
        try {
            runner.run(plan, events::add);
        } catch (RunFailed e) {
            throw new AssertionError(e);
        }
        Trace trace = new Trace(plan.header(mode), events);
        return new Played(scenario, trace, Judgement.of(scenario, trace));
    }

    static Scenario named(String name) {
        return new ZyzzyvaSuite()
                .scenarios().stream()
                        .filter(scenario -> scenario.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    boolean invalid(String oracle) {
        return judgement.verdicts().get(oracle).isInvalid();
    }

    /** What this node said of itself under this name, in order. */
    List<Fact> facts(NodeId node, String name) {
        return observed(name)
                .filter(seen -> seen.node().node().equals(node))
                .map(TraceEvent.Observed::fact)
                .toList();
    }

    Stream<TraceEvent.Observed> observed(String name) {
        return trace.events().stream()
                .filter(TraceEvent.Observed.class::isInstance)
                .map(TraceEvent.Observed.class::cast)
                .filter(seen -> seen.fact().name().equals(name));
    }
}
