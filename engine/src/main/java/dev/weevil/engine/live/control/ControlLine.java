package dev.weevil.engine.live.control;

import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.live.stream.FrameReader;
import dev.weevil.engine.live.stream.LengthPrefixed;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.live.stream.Target;
import dev.weevil.engine.node.Malformed;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A replica's end of its control connection. When it ends, so should the process. */
public final class ControlLine {

    private static final long CLOSING_SECONDS = 5;

    private final Formats formats;
    private final Consumer<Order> orders;
    private final Channel channel;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object room = new Object();

    /**
     * Connects.
     *
     * @param orders takes orders, on an event loop
     * @throws IOException if the harness does not listen there
     */
    public ControlLine(EventLoops loops, int port, Formats formats, Consumer<Order> orders)
            throws IOException {
        this.formats = formats;
        this.orders = orders;
        var connecting = loops.dialler(
                        loops.next(), new FrameReader(LengthPrefixed.USUAL, new Orders()))
                .connect(Target.local(port).address().orElseThrow())
                .awaitUninterruptibly();
        if (!connecting.isSuccess()) {
            throw new IOException(
                    "the harness does not listen on port " + port, connecting.cause());
        }
        channel = connecting.channel();
        channel.pipeline().addLast(new Room());
        channel.config().setAutoRead(true);
    }

    /** Tells the harness; waits while it is not keeping up. Not for event loops. */
    public void tell(Report report) {
        awaitRoom();
        offer(report);
    }

    /** Tells the harness, or nobody where it is not keeping up. */
    public boolean offer(Report report) {
        if (!channel.isWritable()) {
            return false;
        }
        Piece piece = Piece.untagged(formats.reports().encode(report));
        var unused =
                channel.writeAndFlush(Unpooled.wrappedBuffer(LengthPrefixed.USUAL.write(piece)));
        return true;
    }

    /** Tells the harness one last thing, and returns when it is on its way. */
    public void tellLast(Report report) {
        Piece piece = Piece.untagged(formats.reports().encode(report));
        var unused = channel.writeAndFlush(
                        Unpooled.wrappedBuffer(LengthPrefixed.USUAL.write(piece)))
                .awaitUninterruptibly(CLOSING_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns when the harness is gone. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private void awaitRoom() {
        synchronized (room) {
            while (!channel.isWritable() && channel.isActive()) {
                try {
                    room.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Takes what the harness says. */
    private final class Orders implements FrameReader.Taker {

        @Override
        public void taken(Piece piece) {
            try {
                orders.accept((Order) formats.orders().decode(piece.content()));
            } catch (Malformed e) {
                // Not the harness, then: without it this process has no business.
                ended.countDown();
            }
        }

        @Override
        public void refused(String reason) {}

        @Override
        public void ended() {
            ended.countDown();
        }
    }

    /** Wakes who waits for room. */
    private final class Room extends ChannelInboundHandlerAdapter {

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            wake();
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            wake();
        }

        private void wake() {
            synchronized (room) {
                room.notifyAll();
            }
        }
    }
}
