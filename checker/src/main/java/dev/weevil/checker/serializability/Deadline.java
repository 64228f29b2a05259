package dev.weevil.checker.serializability;

import java.time.Duration;

/** A moment after which a search gives what it has. */
final class Deadline {

    private final long startNanos = System.nanoTime();
    private final long limitNanos;

    Deadline(Duration limit) {
        boolean endless = limit.compareTo(Duration.ofDays(365)) > 0;
        this.limitNanos = endless ? Long.MAX_VALUE : limit.toNanos();
    }

    boolean passed() {
        return System.nanoTime() - startNanos >= limitNanos;
    }
}
