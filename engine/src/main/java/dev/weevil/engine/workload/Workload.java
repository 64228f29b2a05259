package dev.weevil.engine.workload;

import java.time.Duration;

/**
 * What the clients of a run do: each asks for one operation after the other, until all have asked for
 * so many together.
 *
 * @param model the sequential specification that judges the history, by its name in the checker
 * @param operations how many are invoked in all
 * @param think how long a client waits between a completion and its next invocation
 * @param generator stateless, and drawn from the run's seed
 */
public record Workload(String model, int operations, Duration think, Generator generator) {

    public Workload {
        if (operations < 0 || think.isNegative()) {
            throw new IllegalArgumentException(
                    "expected operations >= 0 and think >= 0, found " + operations + ", " + think);
        }
    }
}
