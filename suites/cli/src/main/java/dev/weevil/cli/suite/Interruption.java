package dev.weevil.cli.suite;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: what goes on is ended, what was recorded is kept, and only then does the process end. Any
 * thread.
 */
public final class Interruption {

    /** For ending processes, judging what there is and writing it down. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    /** From now on Ctrl-C, and whatever else ends the process, is a request. */
    public void onShutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::requestAndWait, "interruption"));
    }

    private void requestAndWait() {
        request();
        try {
            finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for an end. */
    public void request() {
        requested = true;
    }

    /** Whether to end, and to begin nothing more. */
    public boolean isRequested() {
        return requested;
    }

    /** The command is done: the process may end. */
    public void finish() {
        finished.countDown();
    }
}
