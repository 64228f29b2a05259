package dev.weevil.engine.run.artefact;

import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.trace.Trace;

import java.util.Optional;

/**
 * A run that is over.
 *
 * @param trace everything that was recorded until it ended
 * @param judgement what the oracles say of the trace; empty where the run failed
 */
public record Ran(
        Scenario scenario, Plan plan, Result result, Trace trace, Optional<Judgement> judgement) {

    public Ran with(Result other) {
        return new Ran(scenario, plan, other, trace, judgement);
    }
}
