package dev.weevil.engine.run;

import java.time.Duration;

/**
 * Where a run ends although its workload has not.
 *
 * @param time on the run's own clock: virtual when simulated, wall time when live
 * @param events how many events of nodes are processed; guards a simulation against a livelock
 */
public record Bounds(Duration time, long events) {

    public static final Bounds DEFAULT = new Bounds(Duration.ofSeconds(30), 2_000_000);

    public Bounds {
        if (time.isNegative() || time.isZero() || events < 1) {
            throw new IllegalArgumentException(
                    "expected a time and a number of events above 0, found " + time + ", "
                            + events);
        }
    }
}
