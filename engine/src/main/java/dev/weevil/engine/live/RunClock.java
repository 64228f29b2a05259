package dev.weevil.engine.live;

/** The harness's own monotonic clock: it stands at 0 until everybody is ready. For the run's thread. */
final class RunClock {

    private long origin;
    private boolean running;

    void begin() {
        origin = System.nanoTime();
        running = true;
    }

    boolean isRunning() {
        return running;
    }

    long nanos() {
        return running ? System.nanoTime() - origin : 0;
    }
}
