package dev.weevil.engine.live.mailbox;

import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What one thread has to do. Any thread posts; the owner runs tasks in the order they were posted, and
 * alarms when they are due.
 *
 * <p>Nobody who posts ever waits. The box is bounded by its correspondents: each stream of messages may
 * have only so many bytes in it that are not dealt with (see {@link
 * dev.weevil.engine.live.stream.FrameReader}), and reads no further until some are.
 */
public final class Mailbox {

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A task for later, which can be called off. */
    public static final class Alarm implements Comparable<Alarm> {

        private final long nanos;
        private final long number;
        private final Runnable task;

        private Alarm(long nanos, long number, Runnable task) {
            this.nanos = nanos;
            this.number = number;
            this.task = task;
        }

        @Override
        public int compareTo(Alarm other) {
            // By difference: nanoTime may wrap.
            return nanos != other.nanos
                    ? Long.signum(nanos - other.nanos)
                    : Long.compare(number, other.number);
        }
    }

    private final LinkedBlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private long numbered;

    public void post(Runnable task) {
        posted.add(task);
    }

    /** Sets an alarm; for the owner's thread. Alarms for the same instant go off as they were set. */
    public Alarm after(long delayNanos, Runnable task) {
        Alarm alarm = new Alarm(System.nanoTime() + delayNanos, numbered++, task);
        alarms.add(alarm);
        return alarm;
    }

    /** Calls the alarm off; for the owner's thread. */
    public void cancel(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** Makes the calling thread the owner while the condition holds; it is asked after each task. */
    public void runWhile(BooleanSupplier condition) throws InterruptedException {
        while (condition.getAsBoolean()) {
            Runnable task = posted.poll(waitingNanos(), TimeUnit.NANOSECONDS);
            if (task != null) {
                task.run();
            }
            while (!alarms.isEmpty() && waitingNanos() <= 0 && condition.getAsBoolean()) {
                alarms.poll().task.run();
            }
        }
    }

    /** Runs what has been posted until now, and no alarm. */
    public void runPosted() {
        for (Runnable task = posted.poll(); task != null; task = posted.poll()) {
            task.run();
        }
    }

    private long waitingNanos() {
        return alarms.isEmpty() ? IDLE_NANOS : alarms.peek().nanos - System.nanoTime();
    }
}
