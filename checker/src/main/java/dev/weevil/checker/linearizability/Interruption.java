package dev.weevil.checker.linearizability;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Ends a check that ran into its limits: asked often, it throws {@link Interrupted}. */
final class Interruption {

    /** The check ran into a limit, which the message names. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1;

        Interrupted(String reason) {
            super(reason, null, false, false);
        }
    }

    private final boolean timed;
    private final long deadlineNanos;
    private final Duration time;
    private final BooleanSupplier cancelled;

    private Interruption(Limits limits) {
        this.timed = limits.time().isPresent();
        this.time = limits.time().orElse(Duration.ZERO);
        this.deadlineNanos = System.nanoTime() + saturatedNanos(time);
        this.cancelled = limits.cancelled();
    }

    /** The clock starts now. */
    static Interruption start(Limits limits) {
        return new Interruption(limits);
    }

    private static long saturatedNanos(Duration time) {
        return time.compareTo(Duration.ofDays(365)) > 0
                ? Duration.ofDays(365).toNanos()
                : time.toNanos();
    }

    void check() {
        if (cancelled.getAsBoolean()) {
            throw new Interrupted("the check was cancelled");
        }
        if (timed && System.nanoTime() - deadlineNanos >= 0) {
            throw new Interrupted("the time of " + time.toMillis() + " ms is over");
        }
    }
}
