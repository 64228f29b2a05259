package dev.weevil.engine.run;

import dev.weevil.engine.trace.Recorder;

/** Runs plans in one of the modes. */
public interface Runner {

    /**
     * Runs the plan to its end and returns when everything it started is gone.
     *
     * <p>Interrupting the calling thread ends the run early, as soon as everything it started is gone.
     *
     * @param recorder takes every event of the run, from one thread at a time
     * @throws RunFailed if the system or the harness failed; what was recorded until then stands
     */
    void run(Plan plan, Recorder recorder) throws RunFailed;
}
