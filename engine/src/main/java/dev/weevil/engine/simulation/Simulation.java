package dev.weevil.engine.simulation;

import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.Runner;
import dev.weevil.engine.trace.Recorder;

import java.util.Optional;

/**
 * Runs a plan on the calling thread, under virtual time.
 *
 * <p>The run ends a moment after the last operation has completed, when nothing is left to happen, or at
 * the plan's bounds. Instances hold no state: one serves any number of threads.
 *
 * @param instead how long messages travel, whatever the plan's bounds say; empty to go by the plan
 */
public record Simulation(Optional<Latency> instead) implements Runner {

    /** Messages travel as long as the plan's bounds say. */
    public Simulation() {
        this(Optional.empty());
    }

    /** Messages travel so long in every plan. */
    public Simulation(Latency latency) {
        this(Optional.of(latency));
    }

    @Override
    public void run(Plan plan, Recorder recorder) throws RunFailed {
        if (!(plan.system() instanceof Protocol protocol)) {
            throw new RunFailed(plan.scenario() + ": " + plan.system().name()
                    + " has processes of its own and cannot be simulated; run it live");
        }
        new SimulatedRun(plan, protocol, instead.orElse(plan.bounds().latency()), recorder).run();
    }
}
