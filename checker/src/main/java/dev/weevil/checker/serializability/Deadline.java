package dev.weevil.checker.serializability;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A moment after which a search gives what it has. */
final class Deadline {

    private final long startNanos = System.nanoTime();
    private final long limitNanos;
    private final BooleanSupplier cancelled;

    Deadline(Options options) {
        Duration limit = options.perComponent();
        boolean endless = limit.compareTo(Duration.ofDays(365)) > 0;
        this.limitNanos = endless ? Long.MAX_VALUE : limit.toNanos();
        this.cancelled = options.cancelled();
    }

    boolean passed() {
        return cancelled.getAsBoolean() || System.nanoTime() - startNanos >= limitNanos;
    }
}
