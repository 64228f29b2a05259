package dev.weevil.engine.live.stream;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A listening port for pieces. Each connection says first who calls; nothing proves it. Never more than
 * so many connections at once, so that strangers cannot fill the memory with half-sent pieces.
 */
public final class Inlet implements AutoCloseable {

    private static final int CONNECTION_LIMIT = 256;
    private static final int GREETING_LIMIT = 16;

    /** Takes what arrives, on event loops. */
    public interface Receiver {

        /** Whether this caller is expected here. */
        boolean knows(Endpoint caller);

        /** Somebody introduced himself as the caller. */
        void opened(Endpoint caller);

        /** A piece; {@code done} is to be run once it has been dealt with, by any thread. */
        void arrived(Endpoint caller, Piece piece, Runnable done);

        /** Bytes were thrown away, and why. */
        void refused(String reason);

        /** The connection is over, after so many bytes. */
        void closed(Endpoint caller, long bytes);
    }

    private final Framing framing;
    private final Receiver receiver;
    private final Channel listening;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Channel> open = new HashSet<>();

    /** The connections of each caller: more than one, if somebody else uses its name as well. */
    private final Map<Endpoint, List<Channel>> callers = new ConcurrentHashMap<>();

    /**
     * Listens on a port of 127.0.0.1.
     *
     * @throws IOException naming the port, if it is in use
     */
    public Inlet(EventLoops loops, int port, Framing framing, Receiver receiver)
            throws IOException {
        this.framing = framing;
        this.receiver = receiver;
        this.listening = loops.listen(port, new Accepting());
    }

    /**
     * Listens with everything on one loop: the receiver is called there and nowhere else.
     *
     * @throws IOException naming the address, if it is in use
     */
    public Inlet(
            EventLoops loops,
            EventLoop loop,
            InetSocketAddress address,
            Framing framing,
            Receiver receiver)
            throws IOException {
        this.framing = framing;
        this.receiver = receiver;
        this.listening = loops.listen(loop, address, new Accepting());
    }

    /** What a caller says first. */
    public static Piece greeting(Endpoint caller) {
        return Piece.untagged(Payload.utf8(caller.toString()));
    }

    public int port() {
        return EventLoops.portOf(listening);
    }

    /**
     * Sends a piece back on every connection that was made in the caller's name, so that nobody can
     * cut a caller off by using it.
     *
     * @return false if there is none that takes more at present: the piece is lost
     */
    public boolean answer(Endpoint caller, Piece piece) {
        boolean sent = false;
        for (Channel channel : callers.getOrDefault(caller, List.of())) {
            if (channel.isWritable()) {
                ByteBuf out = channel.alloc().ioBuffer();
                framing.write(piece, out);
                var unused = channel.write(out, channel.voidPromise());
                // What else is answered until the loop gets round to it leaves together.
                channel.eventLoop().execute(channel::flush);
                sent = true;
            }
        }
        return sent;
    }

    /** Hangs up on everybody who is connected now; they may call again. */
    public void hangUp() {
        synchronized (open) {
            open.forEach(channel -> {
                var unused = channel.close();
            });
        }
    }

    @Override
    public void close() {
        var unused = listening.close().awaitUninterruptibly();
        hangUp();
    }

    private Optional<Endpoint> callerIn(Payload greeting) {
        if (greeting.length() > GREETING_LIMIT) {
            return Optional.empty();
        }
        try {
            Endpoint caller = Endpoint.of(NodeId.parse(greeting.asUtf8()));
            return receiver.knows(caller) ? Optional.of(caller) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Admits a connection, or sends it away. */
    @Sharable
    private final class Accepting extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            Channel channel = ctx.channel();
            synchronized (open) {
                open.add(channel);
            }
            var unusedClosing = channel.closeFuture().addListener(closed -> {
                connections.decrementAndGet();
                synchronized (open) {
                    open.remove(channel);
                }
            });
            if (connections.incrementAndGet() > CONNECTION_LIMIT) {
                receiver.refused("more than " + CONNECTION_LIMIT + " connections at once");
                var unused = ctx.close();
                return;
            }
            Conversation conversation = new Conversation(channel);
            ctx.pipeline().addLast(conversation.reader);
            channel.config().setAutoRead(true);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            var unused = ctx.close();
        }
    }

    /** One connection. */
    private final class Conversation implements FrameReader.Taker {

        private final Channel channel;
        private final FrameReader reader = new FrameReader(framing, this);
        private Optional<Endpoint> caller = Optional.empty();

        Conversation(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void taken(Piece piece) {
            if (caller.isPresent()) {
                receiver.arrived(caller.get(), piece, () -> reader.done(piece));
                return;
            }
            reader.done(piece);
            caller = callerIn(piece.content());
            if (caller.isPresent()) {
                register(caller.get());
                receiver.opened(caller.get());
            } else if (channel.isOpen()) {
                receiver.refused("expected the name of a known caller, found " + piece.content());
                var unused = channel.close();
            }
        }

        private void register(Endpoint known) {
            callers.merge(
                    known,
                    List.of(channel),
                    (before, added) ->
                            Stream.concat(before.stream(), added.stream()).toList());
        }

        private void unregister(Endpoint known) {
            callers.computeIfPresent(known, (each, channels) -> {
                List<Channel> left = channels.stream()
                        .filter(other -> !other.equals(channel))
                        .toList();
                return left.isEmpty() ? null : left;
            });
        }

        @Override
        public void refused(String reason) {
            receiver.refused(reason);
        }

        @Override
        public void ended() {
            caller.ifPresent(this::unregister);
            caller.ifPresent(known -> receiver.closed(known, reader.received()));
            var unused = channel.close();
        }
    }
}
