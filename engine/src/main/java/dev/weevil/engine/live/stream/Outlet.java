package dev.weevil.engine.live.stream;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends pieces to one target over a connection that is made again whenever it breaks. What was written
 * to a connection that breaks is lost, as ever; what waits is sent on the next.
 */
public final class Outlet implements AutoCloseable {

    /** What waits at most; beyond it pieces are lost rather than memory. */
    private static final int WAITING_LIMIT = 16_384;

    private static final long LASTING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Waiting(Piece piece, Runnable written) {}

    private final EventLoops loops;
    private final EventLoop loop;
    private final Target target;
    private final Framing framing;
    private final Piece greeting;
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Backoff backoff = new Backoff();
    private Channel channel;
    private long connectedNanos;
    private boolean closed;

    /** @param greeting the first piece of every connection: who calls */
    public Outlet(EventLoops loops, Target target, Framing framing, Piece greeting) {
        this.loops = loops;
        this.loop = loops.next();
        this.target = target;
        this.framing = framing;
        this.greeting = greeting;
    }

    /** Begins to connect. */
    public void open() {
        loop.execute(this::connect);
    }

    /**
     * Sends the piece, from any thread, behind those sent before.
     *
     * @param written called once, on any thread, when the piece has left for the network or is lost
     * @return false if too many pieces wait already: this one is lost
     */
    public boolean send(Piece piece, Runnable written) {
        if (waitingCount.incrementAndGet() > WAITING_LIMIT) {
            waitingCount.decrementAndGet();
            written.run();
            return false;
        }
        loop.execute(() -> {
            waiting.add(new Waiting(piece, written));
            flush();
        });
        return true;
    }

    @Override
    public void close() {
        loop.execute(() -> {
            closed = true;
            if (channel != null) {
                var unused = channel.close();
            }
            waiting.forEach(each -> each.written().run());
            waiting.clear();
        });
    }

    private void connect() {
        if (closed) {
            return;
        }
        Optional<InetSocketAddress> address = target.address();
        if (address.isEmpty()) {
            retry();
            return;
        }
        Bootstrap bootstrap = loops.dialler(loop, new Ending());
        var unused = bootstrap.connect(address.get()).addListener((ChannelFuture connecting) -> {
            if (!connecting.isSuccess()) {
                retry();
            } else if (closed) {
                var unusedClosing = connecting.channel().close();
            } else {
                connected(connecting.channel());
            }
        });
    }

    private void retry() {
        var unused = loop.schedule(this::connect, backoff.nextMillis(), TimeUnit.MILLISECONDS);
    }

    private void connected(Channel made) {
        channel = made;
        connectedNanos = System.nanoTime();
        // Nothing is expected from there but its end, and only reading notices that.
        made.config().setAutoRead(true);
        var unused = made.write(Unpooled.wrappedBuffer(framing.write(greeting)));
        flush();
        made.flush();
    }

    private void flush() {
        boolean any = false;
        while (channel != null && channel.isWritable() && !waiting.isEmpty()) {
            Waiting next = waiting.poll();
            waitingCount.decrementAndGet();
            var unused = channel.write(Unpooled.wrappedBuffer(framing.write(next.piece())))
                    .addListener(done -> next.written().run());
            any = true;
        }
        if (any) {
            channel.flush();
        }
    }

    /** Watches for the end of the connection, and for room in it. */
    private final class Ending extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            // Pieces travel one way only: whatever comes back means nothing.
            ReferenceCountUtil.release(message);
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            flush();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            var unused = ctx.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (ctx.channel() == channel) {
                channel = null;
                // A target that accepts and hangs up at once is not back.
                if (System.nanoTime() - connectedNanos > LASTING_NANOS) {
                    backoff.reset();
                }
                retry();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            var unused = ctx.close();
        }
    }
}
