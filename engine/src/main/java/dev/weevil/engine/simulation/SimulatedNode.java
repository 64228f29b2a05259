package dev.weevil.engine.simulation;

import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One process: its node while it is up, its running timers, its clock and its disk. */
final class SimulatedNode {

    private final Endpoint endpoint;
    private final Supplier<Node> maker;
    private final SortedMap<String, Payload> disk = new TreeMap<>();
    private final Map<Timer, Long> timers = new HashMap<>();
    private List<Runnable> deferred = new ArrayList<>();
    private Node node;
    private boolean paused;
    private long life;
    private long started;
    private long aheadNanos;

    SimulatedNode(Endpoint endpoint, Supplier<Node> maker) {
        this.endpoint = endpoint;
        this.maker = maker;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    boolean isUp() {
        return node != null;
    }

    boolean isPaused() {
        return paused;
    }

    /** Which life of the process this is: what a former one asked for does not reach it. */
    long life() {
        return life;
    }

    /** The time the node's own clock shows. */
    long clock(long now) {
        return now + aheadNanos;
    }

    void skew(Duration ahead) {
        aheadNanos += ahead.toNanos();
    }

    /** Begins a life, and returns its first event. */
    Event start(long now, boolean keepsDisk) {
        if (!keepsDisk) {
            disk.clear();
        }
        life++;
        node = maker.get();
        return new Event.Started(clock(now), disk);
    }

    List<Effect> on(Event event) {
        return node.on(event);
    }

    void crash() {
        node = null;
        paused = false;
        timers.clear();
        deferred = new ArrayList<>();
    }

    void pause() {
        paused = isUp();
    }

    void defer(Runnable happening) {
        deferred.add(happening);
    }

    /** Goes on, and returns what had to wait. */
    List<Runnable> resume() {
        paused = false;
        List<Runnable> waited = deferred;
        deferred = new ArrayList<>();
        return waited;
    }

    /** The event as it is seen only now. */
    Event reissued(Event event, long now) {
        if (event instanceof Event.Arrived arrived) {
            return new Event.Arrived(clock(now), arrived.sender(), arrived.message());
        }
        if (event instanceof Event.TimerFired fired) {
            return new Event.TimerFired(clock(now), fired.timer());
        }
        if (event instanceof Event.Persisted persisted) {
            return new Event.Persisted(clock(now), persisted.write());
        }
        return event;
    }

    void write(String name, Payload content) {
        disk.put(name, content);
    }

    /** Starts the timer, and returns the number of this starting. */
    long startTimer(Timer timer) {
        started++;
        timers.put(timer, started);
        return started;
    }

    void stopTimer(Timer timer) {
        timers.remove(timer);
    }

    /** Whether the timer is still running since that starting; if so it has now expired. */
    boolean expire(Timer timer, long starting) {
        return timers.remove(timer, starting);
    }
}
