package dev.weevil.engine.live.host;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.live.mailbox.Mailbox;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Timer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The running timers of one node; for its thread. */
final class Timers {

    private final Mailbox mailbox;
    private final Seed jitter;
    private final Consumer<Timer> expired;
    private final Map<Timer, Mailbox.Alarm> running = new HashMap<>();
    private long started;

    Timers(Mailbox mailbox, Seed jitter, Consumer<Timer> expired) {
        this.mailbox = mailbox;
        this.jitter = jitter;
        this.expired = expired;
    }

    void start(Effect.StartTimer start) {
        stop(start.timer());
        started++;
        double share = start.jitter() == 0 ? 0 : jitter.and(started).unit();
        long delay = start.delay().toNanos();
        long lengthened = delay + (long) (delay * start.jitter() * share);
        running.put(start.timer(), mailbox.after(lengthened, () -> {
            running.remove(start.timer());
            expired.accept(start.timer());
        }));
    }

    void stop(Timer timer) {
        Mailbox.Alarm alarm = running.remove(timer);
        if (alarm != null) {
            mailbox.cancel(alarm);
        }
    }
}
