package dev.weevil.cli.suite;

import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.artefact.Stop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Does one piece of work on a thread of its own, and ends it when its time is over or somebody presses
 * Ctrl-C. The thread is interrupted once; work that will not end then is left behind.
 */
final class Supervision {

    private static final long TICK_MILLIS = 100;

    private final Duration limit;
    private final Duration grace;
    private final Interruption interruption;
    private final Runnable tick;
    private final AtomicReference<Stop> stop = new AtomicReference<>();

    /**
     * Supervises one piece of work.
     *
     * @param limit how long the work may take
     * @param grace how long it may take to end once it has been interrupted
     * @param tick called a few times a second while it goes on
     */
    Supervision(Duration limit, Duration grace, Interruption interruption, Runnable tick) {
        this.limit = limit;
        this.grace = grace;
        this.interruption = interruption;
        this.tick = tick;
    }

    /** Why the work was ended, if it was. Any thread. */
    Optional<Stop> stop() {
        return Optional.ofNullable(stop.get());
    }

    /**
     * What the work returned; empty if it would not end.
     *
     * @throws ExecutionException if it threw
     */
    <T> Optional<T> conduct(String name, Callable<T> work) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(task, name);
        worker.setDaemon(true);
        worker.start();
        Optional<T> done = await(task, limit, interruption::isRequested);
        if (done.isPresent()) {
            return done;
        }
        stop.set(
                interruption.isRequested()
                        ? new Stop(Conclusion.INTERRUPTED, "interrupted")
                        : new Stop(
                                Conclusion.INCONCLUSIVE,
                                "over its limit of " + limit.toMillis() + " ms"));
        worker.interrupt();
        return await(task, grace, () -> false);
    }

    private <T> Optional<T> await(FutureTask<T> task, Duration time, BooleanSupplier enough)
            throws ExecutionException {
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - deadline < 0 && !enough.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()) + 1;
            try {
                return Optional.of(task.get(Math.min(left, TICK_MILLIS), TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                tick.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the commanding thread", e);
            }
        }
        return Optional.empty();
    }
}
