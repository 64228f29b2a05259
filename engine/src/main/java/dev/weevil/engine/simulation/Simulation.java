package dev.weevil.engine.simulation;

import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.Runner;
import dev.weevil.engine.trace.Recorder;

/**
 * Runs a plan on the calling thread, under virtual time.
 *
 * <p>The run ends a moment after the last operation has completed, when nothing is left to happen, or at
 * the plan's bounds. Instances hold no state: one serves any number of threads.
 */
public record Simulation(Latency latency) implements Runner {

    /** Messages travel about a millisecond. */
    public Simulation() {
        this(Latency.LOCAL);
    }

    @Override
    public void run(Plan plan, Recorder recorder) throws RunFailed {
        if (!(plan.system() instanceof Protocol protocol)) {
            throw new RunFailed(plan.scenario() + ": " + plan.system().name()
                    + " has processes of its own and cannot be simulated; run it live");
        }
        new SimulatedRun(plan, protocol, latency, recorder).run();
    }
}
