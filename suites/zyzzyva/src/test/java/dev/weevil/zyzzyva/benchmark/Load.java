package dev.weevil.zyzzyva.benchmark;

/** The clients of one row, each with one operation open at a time. */
interface Load {

    /** Lets the clients do so many operations together, and returns when all are done. */
    Lap run(int operations) throws InterruptedException;

    /** How long it took, and the latency of which half and all but one of a hundred did better. */
    record Lap(long wallNanos, long medianNanos, long slowNanos) {

        static Lap of(long wallNanos, long[] latencies) {
            java.util.Arrays.sort(latencies);
            return new Lap(
                    wallNanos,
                    latencies[latencies.length / 2],
                    latencies[latencies.length * 99 / 100]);
        }
    }
}
