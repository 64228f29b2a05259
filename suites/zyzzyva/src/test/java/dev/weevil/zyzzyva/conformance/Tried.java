package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.RunName;
import dev.weevil.engine.run.Runner;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A scenario that was run once, and what came of it. */
record Tried(Scenario scenario, Trace trace, Judgement judgement, Result result) {

    static final long SEED = 1;

    static Tried simulated(Scenario scenario, long seed) {
        return of(scenario, Mode.SIMULATED, seed, new Simulation());
    }

    static Tried simulated(Trial trial) {
        return simulated(trial.scenario(), SEED);
    }

    static Tried of(Scenario scenario, Mode mode, long seed, Runner runner) {
        Plan plan = scenario.plan(mode, new Seed(seed));
        List<TraceEvent> events = new ArrayList<>();
        try {
            runner.run(plan, events::add);
        } catch (RunFailed e) {
            throw new AssertionError(e);
        }
        Trace trace = new Trace(plan.header(mode), events);
        Judgement judgement = Judgement.of(scenario, trace);
        RunName name = new RunName("zyzzyva-conformance", scenario.name(), mode, new Seed(seed));
        Result result = Result.judged(name, scenario.kind(), plan, judgement);
        return new Tried(scenario, trace, judgement, result);
    }

    /** The promises that were seen to break. */
    List<String> violated() {
        return judgement.verdicts().entrySet().stream()
                .filter(verdict -> verdict.getValue().isInvalid())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What was counted, in words. */
    String counters() {
        return judgement.verdicts().get(Counters.NAME).inWords();
    }
}
