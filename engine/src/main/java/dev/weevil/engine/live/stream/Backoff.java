package dev.weevil.engine.live.stream;

/** How long to wait before the next try: twice as long each time, up to a limit. For one thread. */
final class Backoff {

    private static final long FIRST_MILLIS = 5;
    private static final long LONGEST_MILLIS = 200;

    private long millis = FIRST_MILLIS;

    long nextMillis() {
        long next = millis;
        millis = Math.min(LONGEST_MILLIS, 2 * millis);
        return next;
    }

    void reset() {
        millis = FIRST_MILLIS;
    }
}
