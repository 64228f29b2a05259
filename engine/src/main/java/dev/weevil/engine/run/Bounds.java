package dev.weevil.engine.run;

import java.time.Duration;

/**
 * Where a run ends although its workload has not.
 *
 * @param time on the run's own clock: virtual when simulated, wall time when live
 * @param events how many events of nodes are processed; guards a simulation against a livelock
 * @param patience how long operations may stay open once all have been asked for: an attack may leave
 *     some open for ever
 */
public record Bounds(Duration time, long events, Duration patience) {

    public static final Bounds DEFAULT = new Bounds(Duration.ofSeconds(30), 2_000_000);

    public Bounds {
        if (!positive(time) || !positive(patience) || events < 1) {
            throw new IllegalArgumentException(
                    "expected times and a number of events above 0, found " + time + ", " + events
                            + ", " + patience);
        }
    }

    /** Operations may stay open as long as the run may take. */
    public Bounds(Duration time, long events) {
        this(time, events, time);
    }

    public Bounds patience(Duration open) {
        return new Bounds(time, events, open);
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
