package dev.weevil.checker.linearizability;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How long and how wide a check may look before it answers unknown.
 *
 * @param time wall time; empty for as long as it takes
 * @param memoryBytes what the search may keep of configurations it has seen; beyond it the search
 *     forgets some and may explore them again, with the same answer
 * @param threads how many parts of a history are checked at once, at least 1
 * @param cancelled asked often, from every thread; once true the check ends with what it knows
 */
public record Limits(
        Optional<Duration> time, long memoryBytes, int threads, BooleanSupplier cancelled) {

    private static final long USUAL_MEMORY = 256L << 20;

    public Limits {
        if (memoryBytes < 1 << 16) {
            throw new IllegalArgumentException("memory is at least 64 KiB, found " + memoryBytes);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads are at least 1, found " + threads);
        }
    }

    /** One thread, no time limit, 256 MiB or a quarter of the heap, whichever is less. */
    public static Limits none() {
        long quarter = Math.max(1 << 16, Runtime.getRuntime().maxMemory() / 4);
        return new Limits(Optional.empty(), Math.min(USUAL_MEMORY, quarter), 1, () -> false);
    }

    public static Limits within(Duration time) {
        Limits limits = none();
        return new Limits(Optional.of(time), limits.memoryBytes, limits.threads, limits.cancelled);
    }

    /** The same with no more time than this from now on. */
    Limits atMost(Duration most) {
        Duration least = time.filter(allowed -> allowed.compareTo(most) < 0).orElse(most);
        return new Limits(Optional.of(least), memoryBytes, threads, cancelled);
    }

    public Limits withThreads(int count) {
        return new Limits(time, memoryBytes, count, cancelled);
    }

    public Limits withMemoryBytes(long bytes) {
        return new Limits(time, bytes, threads, cancelled);
    }

    public Limits until(BooleanSupplier stop) {
        return new Limits(time, memoryBytes, threads, stop);
    }
}
