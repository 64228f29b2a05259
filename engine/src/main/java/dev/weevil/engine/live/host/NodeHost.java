package dev.weevil.engine.live.host;

import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.live.stream.Inlet;
import dev.weevil.engine.live.stream.LengthPrefixed;
import dev.weevil.engine.live.stream.Outlet;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.live.stream.Target;
import dev.weevil.engine.node.Damaged;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;

import io.netty.channel.EventLoop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One node with its listening port and its connections to all others, all on one event loop: what a
 * read brings is decoded, acted on and answered without changing threads, and what is sent to one
 * receiver meanwhile leaves together. Frames that have no shape are refused and counted; the node never
 * sees them.
 *
 * <p>The disk and the reporter are called on that loop, and hold it up as long as they take. A node
 * whose reporter waits for others needs loops of its own.
 */
public final class NodeHost implements AutoCloseable {

    /** Messages that wait for a node to begin; others may have begun before. */
    private static final int MOST_EARLY = 1_024;

    private static final long ENDING_MILLIS = 5_000;

    private final HostPlan plan;
    private final Node node;
    private final Disk disk;
    private final Reporter reporter;
    private final EventLoop loop;
    private final Timers timers;
    private final Optional<Inlet> inlet;
    private final Map<NodeId, Outlet> outlets = new HashMap<>();

    /** What happens to a paused node until it goes on, and to one that has not begun until it does. */
    private final Deque<Runnable> held = new ArrayDeque<>();

    private volatile boolean closed;
    private boolean begun;
    private boolean paused;
    private long aheadNanos;

    /**
     * Opens the port and connects to the others; the node itself sleeps until {@link #begin}.
     *
     * @throws IOException if no port could be opened
     */
    public NodeHost(HostPlan plan, Node node, Disk disk, Reporter reporter, EventLoops loops)
            throws IOException {
        this.plan = plan;
        this.node = node;
        this.disk = disk;
        this.reporter = reporter;
        this.loop = loops.next();
        this.timers = new Timers(
                loop,
                plan.seed().named("jitter").and(Endpoint.of(plan.self()).hashCode()),
                this::expired);
        this.inlet = plan.listen().isEmpty()
                ? Optional.empty()
                : Optional.of(new Inlet(
                        loops, loop, plan.listen().get(), LengthPrefixed.USUAL, new Mail()));
        plan.peers().forEach((to, address) -> outlets.put(to, outlet(loops, to, address)));
        outlets.values().forEach(Outlet::open);
    }

    private Outlet outlet(EventLoops loops, NodeId to, InetSocketAddress address) {
        return new Outlet(
                loops,
                loop,
                Target.of(address),
                LengthPrefixed.USUAL,
                Inlet.greeting(Endpoint.of(plan.self())),
                inlet.isPresent() ? Optional.empty() : Optional.of(new Returned(to)));
    }

    /**
     * Where it listens.
     *
     * @throws java.util.NoSuchElementException if it listens nowhere
     */
    public int port() {
        return inlet.orElseThrow().port();
    }

    /** Begins the node's life with what is on its disk; what has arrived before follows. */
    public void begin() {
        loop.execute(() -> {
            begun = true;
            held.addFirst(this::start);
            goOn();
        });
    }

    private void start() {
        try {
            perform(node.on(new Event.Started(clock(), disk.read())), 0);
        } catch (IOException e) {
            broke("cannot read its disk: " + e);
        } catch (Damaged e) {
            broke(e.getMessage());
        }
    }

    public void invoke(Invocation invocation) {
        post(() -> perform(node.on(new Event.Invoked(clock(), invocation)), 0));
    }

    /** Lets the node's clock show this much more. */
    public void skew(Duration ahead) {
        post(() -> aheadNanos += ahead.toNanos());
    }

    /** Runs the task on the node's loop, behind everything it has to do by now. */
    public void behind(Runnable task) {
        post(task);
    }

    /** Stops the node, at the end of what it is doing, until {@link #resume}. */
    public void pause() {
        loop.execute(() -> paused = true);
    }

    public void resume() {
        loop.execute(() -> {
            paused = false;
            goOn();
        });
    }

    private void goOn() {
        while (begun && !paused && !held.isEmpty()) {
            happen(held.poll());
        }
    }

    /** Ends the node at the end of what it is doing, its port and its connections. */
    @Override
    public void close() {
        closed = true;
        inlet.ifPresent(Inlet::close);
        if (!loop.inEventLoop()) {
            var unused = loop.submit(() -> {}).awaitUninterruptibly(ENDING_MILLIS);
        }
        outlets.values().forEach(Outlet::close);
    }

    /** Lets something happen to the node, behind what has been posted before. */
    private void post(Runnable happening) {
        loop.execute(() -> happen(happening));
    }

    private void happen(Runnable happening) {
        if (paused) {
            held.add(happening);
        } else if (!closed) {
            try {
                happening.run();
            } catch (RuntimeException e) {
                broke("its node threw " + e + " at " + e.getStackTrace()[0]);
            }
        }
    }

    private void broke(String complaint) {
        closed = true;
        reporter.broke(complaint);
    }

    private long clock() {
        return System.nanoTime() + aheadNanos;
    }

    private void expired(Timer timer) {
        happen(() -> {
            reporter.timerFired(timer);
            perform(node.on(new Event.TimerFired(clock(), timer)), 0);
        });
    }

    private void arrived(NodeId sender, Piece piece) {
        try {
            Message message = plan.format().decode(piece.content());
            if (begun) {
                take(sender, message, piece.tag());
            } else if (held.size() < MOST_EARLY) {
                held.add(() -> take(sender, message, piece.tag()));
            } else {
                reporter.refused("a message from " + sender + ": too many before it has begun");
            }
        } catch (Malformed e) {
            reporter.refused("a frame of " + piece.content().length() + " bytes said to be from "
                    + sender + ": " + e.getMessage());
        }
    }

    private void take(NodeId sender, Message message, long envelope) {
        perform(node.on(new Event.Arrived(clock(), sender, message)), envelope);
    }

    /** @param cause the envelope whose arrival these are effects of; 0 where none */
    private void perform(List<Effect> effects, long cause) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send send) {
                send(send, cause);
            } else if (effect instanceof Effect.StartTimer start) {
                timers.start(start);
            } else if (effect instanceof Effect.StopTimer stop) {
                timers.stop(stop.timer());
            } else if (effect instanceof Effect.Observed observed) {
                reporter.observed(observed.fact());
            } else if (effect instanceof Effect.Complete complete) {
                reporter.completed(complete.invocation(), complete.outcome());
            } else if (effect instanceof Effect.Persist persist) {
                persist(persist);
            }
        }
    }

    private void send(Effect.Send send, long cause) {
        Piece piece = null;
        for (NodeId receiver : send.to()) {
            if (receiver.equals(plan.self())) {
                // What a node tells itself never leaves it, but comes behind what is there already.
                post(() -> take(receiver, send.message(), cause));
                continue;
            }
            if (piece == null) {
                Payload content = plan.format().encode(send.message());
                piece = new Piece(cause, content);
            }
            if (!dispatch(receiver, piece)) {
                reporter.refused("a message of its own to " + receiver
                        + ", which cannot be reached or lets too many wait");
            }
        }
    }

    private boolean dispatch(NodeId receiver, Piece piece) {
        Outlet outlet = outlets.get(receiver);
        if (outlet != null) {
            return outlet.send(piece, Outlet.NOTHING);
        }
        return inlet.isPresent() && inlet.get().answer(Endpoint.of(receiver), piece);
    }

    private void persist(Effect.Persist persist) {
        try {
            disk.write(persist.name(), persist.content());
            post(() -> perform(node.on(new Event.Persisted(clock(), persist.write())), 0));
        } catch (IOException e) {
            broke("cannot write to its disk: " + e);
        }
    }

    /** What a peer sends back. */
    private final class Returned implements Outlet.Answers {

        private final NodeId peer;

        Returned(NodeId peer) {
            this.peer = peer;
        }

        @Override
        public void answered(Piece piece, Runnable done) {
            happen(() -> {
                NodeHost.this.arrived(peer, piece);
                done.run();
            });
        }

        @Override
        public void refused(String reason) {
            reporter.refused(reason);
        }
    }

    /** What comes in. */
    private final class Mail implements Inlet.Receiver {

        @Override
        public boolean knows(Endpoint caller) {
            return plan.peers().containsKey(caller.node())
                    || plan.callers().contains(caller.node());
        }

        @Override
        public void opened(Endpoint caller) {}

        @Override
        public void arrived(Endpoint caller, Piece piece, Runnable done) {
            happen(() -> {
                NodeHost.this.arrived(caller.node(), piece);
                done.run();
            });
        }

        @Override
        public void refused(String reason) {
            reporter.refused(reason);
        }

        @Override
        public void closed(Endpoint caller, long bytes) {}
    }
}
