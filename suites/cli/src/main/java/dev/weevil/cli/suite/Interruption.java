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
    private final CountDownLatch request = new CountDownLatch(1);

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
        request.countDown();
    }

    /** Whether to end, and to begin nothing more. */
    public boolean isRequested() {
        return request.getCount() == 0;
    }

    /** Waits so long for a request; says whether there is one. */
    public boolean awaits(Duration longest) throws InterruptedException {
        return request.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The command is done: the process may end. */
    public void finish() {
        finished.countDown();
    }
}
