package dev.weevil.engine.run;

import dev.weevil.engine.network.Latency;

import java.time.Duration;

/**
 * How long a run may take, and what happens in it: where it ends although its workload has not.
 *
 * @param time on the run's own clock: virtual when simulated, wall time when live
 * @param events how many events of nodes are processed; guards a simulation against a livelock
 * @param patience how long operations may stay open once all have been asked for: an attack may leave
 *     some open for ever
 * @param settling how long the run goes on when the last operation has ended, within {@code time}: for
 *     what is in flight to arrive, and what was missed to be made up for
 * @param latency how long messages travel in a simulation; the machine says it of a live run
 */
public record Bounds(
        Duration time, long events, Duration patience, Duration settling, Latency latency) {

    private static final Duration SETTLING = Duration.ofMillis(100);

    public static final Bounds DEFAULT = new Bounds(Duration.ofSeconds(30), 2_000_000);

    public Bounds {
        if (!positive(time) || !positive(patience) || settling.isNegative() || events < 1) {
            throw new IllegalArgumentException(
                    "expected times and a number of events above 0, found " + time + ", " + events
                            + ", " + patience + ", " + settling);
        }
    }

    /** Operations may stay open as long as the run may take. */
    public Bounds(Duration time, long events) {
        this(time, events, time, SETTLING, Latency.LOCAL);
    }

    /** So long at most, and operations may stay open as long. */
    public Bounds lasting(Duration longest) {
        return new Bounds(longest, events, longest, settling, latency);
    }

    public Bounds patience(Duration open) {
        return new Bounds(time, events, open, settling, latency);
    }

    public Bounds settling(Duration after) {
        return new Bounds(time, events, patience, after, latency);
    }

    /** Over a network of this speed. */
    public Bounds over(Latency network) {
        return new Bounds(time, events, patience, settling, network);
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
