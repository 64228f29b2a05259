package dev.weevil.checker.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.Supplier;

/** Processor time of the calling thread, so that other work on the machine counts little. */
final class Stopwatch {

    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Stopwatch() {}

    /** The median of some rounds, warm, in milliseconds; the answer must be the expected one. */
    static double medianMillis(Supplier<?> task, Object expected) {
        long[] nanos = new long[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            Object answer = task.get();
            long spent = THREADS.getCurrentThreadCpuTime() - start;
            if (!answer.equals(expected)) {
                throw new IllegalStateException("answered " + answer + ", expected " + expected);
            }
            if (round >= 0) {
                nanos[round] = spent;
            }
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2] / 1e6;
    }
}
