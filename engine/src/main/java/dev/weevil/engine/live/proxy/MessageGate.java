package dev.weevil.engine.live.proxy;

import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.live.stream.Inlet;
import dev.weevil.engine.live.stream.LengthPrefixed;
import dev.weevil.engine.live.stream.Outlet;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.live.stream.Target;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A shown link of our own nodes: messages in one direction. The connection to the target is the gate's
 * own, so that what was delayed, held or made up arrives whatever became of the sender's.
 */
public final class MessageGate implements Gate {

    private final Endpoint from;
    private final Endpoint to;
    private final Watch watch;
    private final MessageLane lane;
    private final Outlet outlet;
    private final Inlet inlet;
    private volatile boolean cut;

    /** @throws IOException if no port could be opened */
    public MessageGate(
            EventLoops loops,
            Endpoint from,
            Endpoint to,
            MessageFormat format,
            Target target,
            Watch watch)
            throws IOException {
        this.from = from;
        this.to = to;
        this.watch = watch;
        this.lane = new MessageLane(format);
        this.outlet = new Outlet(loops, target, LengthPrefixed.USUAL, Inlet.greeting(from));
        this.inlet = new Inlet(loops, 0, LengthPrefixed.USUAL, new Arrivals());
        outlet.open();
    }

    @Override
    public int port() {
        return inlet.port();
    }

    @Override
    public void cut() {
        cut = true;
        inlet.hangUp();
    }

    @Override
    public void mend() {
        cut = false;
    }

    @Override
    public Optional<Lane> lane(Endpoint sender, Endpoint receiver) {
        return Optional.of(lane);
    }

    @Override
    public void close() {
        inlet.close();
        outlet.close();
    }

    private String where() {
        return "proxy " + from + "->" + to;
    }

    /** What the sender says. */
    private final class Arrivals implements Inlet.Receiver {

        @Override
        public boolean knows(Endpoint caller) {
            return !cut && caller.equals(from);
        }

        @Override
        public void opened(Endpoint caller) {
            watch.changed(from, to, true, 0);
        }

        @Override
        public void arrived(Endpoint caller, Piece piece, Runnable done) {
            watch.passing(lane, piece, done);
        }

        @Override
        public void refused(String reason) {
            if (!cut) {
                watch.refused(where(), reason);
            }
        }

        @Override
        public void closed(Endpoint caller, long bytes) {
            watch.changed(from, to, false, bytes);
        }
    }

    /** Every message for itself: nothing waits behind another. */
    private final class MessageLane implements Lane {

        private final MessageFormat format;
        private final Map<Long, Runnable> entered = new HashMap<>();

        MessageLane(MessageFormat format) {
            this.format = format;
        }

        @Override
        public Endpoint from() {
            return from;
        }

        @Override
        public Endpoint to() {
            return to;
        }

        @Override
        public Optional<MessageFormat> format() {
            return Optional.of(format);
        }

        @Override
        public void enter(long envelope, Runnable settled) {
            entered.put(envelope, settled);
        }

        @Override
        public void deliver(long envelope, Payload content) {
            Runnable settled = entered.remove(envelope);
            Runnable written = settled == null ? () -> {} : settled;
            if (!outlet.send(new Piece(envelope, content), written)) {
                watch.refused(where(), "too many messages wait for " + to);
            }
        }

        @Override
        public void hold(long envelope) {
            lose(envelope);
        }

        @Override
        public void lose(long envelope) {
            Runnable settled = entered.remove(envelope);
            if (settled != null) {
                settled.run();
            }
        }
    }
}
