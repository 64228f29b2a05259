package dev.weevil.engine.live.host;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Timer;

import io.netty.channel.EventLoop;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The running timers of one node; for its loop. */
final class Timers {

    private final EventLoop loop;
    private final Seed jitter;
    private final Consumer<Timer> expired;
    private final Map<Timer, ScheduledFuture<?>> running = new HashMap<>();
    private long started;

    Timers(EventLoop loop, Seed jitter, Consumer<Timer> expired) {
        this.loop = loop;
        this.jitter = jitter;
        this.expired = expired;
    }

    void start(Effect.StartTimer start) {
        stop(start.timer());
        started++;
        double share = start.jitter() == 0 ? 0 : jitter.and(started).unit();
        long delay = start.delay().toNanos();
        long lengthened = delay + (long) (delay * start.jitter() * share);
        Runnable expiry = () -> {
            running.remove(start.timer());
            expired.accept(start.timer());
        };
        running.put(start.timer(), loop.schedule(expiry, lengthened, TimeUnit.NANOSECONDS));
    }

    void stop(Timer timer) {
        ScheduledFuture<?> scheduled = running.remove(timer);
        if (scheduled != null) {
            var unused = scheduled.cancel(false);
        }
    }
}
