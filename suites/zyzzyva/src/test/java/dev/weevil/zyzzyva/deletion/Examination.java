package dev.weevil.zyzzyva.deletion;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.RunName;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.conformance.ConformanceSuite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Scenarios against the protocol as it is here, whole or not: which of them notice, and why. */
public final class Examination {

    private static final Seed SEED = new Seed(1);

    private Examination() {}

    /** What each scenario that turned red found broken, and why, by its name, in their order. */
    public static Map<String, String> reds(Predicate<String> which) {
        Map<String, String> reds = new LinkedHashMap<>();
        for (Scenario scenario : new ConformanceSuite().scenarios()) {
            if (which.test(scenario.name())) {
                red(scenario).ifPresent(why -> reds.put(scenario.name(), why));
            }
        }
        return reds;
    }

    private static Optional<String> red(Scenario scenario) {
        Plan plan = scenario.plan(Mode.SIMULATED, SEED);
        List<TraceEvent> events = new ArrayList<>();
        try {
            new Simulation().run(plan, events::add);
        } catch (RunFailed | RuntimeException | AssertionError e) {
            return Optional.of("the run failed: " + e);
        }
        Judgement judgement =
                Judgement.of(scenario, new Trace(plan.header(Mode.SIMULATED), events));
        RunName name = new RunName("deletion", scenario.name(), Mode.SIMULATED, SEED);
        Result result = Result.judged(name, scenario.kind(), plan, judgement);
        return result.conclusion() == Conclusion.HELD
                ? Optional.empty()
                : Optional.of(violated(judgement) + ": " + result.why());
    }

    private static String violated(Judgement judgement) {
        return judgement.verdicts().entrySet().stream()
                .filter(verdict -> verdict.getValue().isInvalid())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
