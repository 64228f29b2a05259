package dev.weevil.engine.live.stream;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

    /** Of what waits, about so much is handed to the connection at once. */
    private static final int CHUNK_BYTES = 1 << 16;

    private static final long LASTING_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** For who need not know when a piece has left. */
    public static final Runnable NOTHING = () -> {};

    /** Takes what a target sends back, on an event loop. */
    public interface Answers {

        /** A piece; {@code done} is to be run once it has been dealt with, by any thread. */
        void answered(Piece piece, Runnable done);

        /** Bytes were thrown away, and why. */
        void refused(String reason);
    }

    private record Waiting(Piece piece, Runnable written) {}

    private final EventLoops loops;
    private final EventLoop loop;
    private final Target target;
    private final Framing framing;
    private final Piece greeting;
    private final Optional<Answers> answers;
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Backoff backoff = new Backoff();
    private Channel channel;
    private long connectedNanos;
    private boolean flushing;
    private boolean closed;

    /**
     * For a target that never answers.
     *
     * @param greeting the first piece of every connection: who calls
     */
    public Outlet(EventLoops loops, Target target, Framing framing, Piece greeting) {
        this(loops, loops.next(), target, framing, greeting, Optional.empty());
    }

    /**
     * On a given loop of these.
     *
     * @param greeting the first piece of every connection: who calls
     * @param answers takes what the target sends back
     */
    public Outlet(
            EventLoops loops,
            EventLoop loop,
            Target target,
            Framing framing,
            Piece greeting,
            Optional<Answers> answers) {
        this.loops = loops;
        this.loop = loop;
        this.target = target;
        this.framing = framing;
        this.greeting = greeting;
        this.answers = answers;
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
        if (loop.inEventLoop()) {
            add(piece, written);
        } else {
            loop.execute(() -> add(piece, written));
        }
        return true;
    }

    /** What is added until the loop gets round to it leaves together. */
    private void add(Piece piece, Runnable written) {
        waiting.add(new Waiting(piece, written));
        if (!flushing) {
            flushing = true;
            loop.execute(this::flush);
        }
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
        answers.ifPresent(taker -> {
            Returning returning = new Returning(framing, taker);
            made.pipeline().addLast(returning.reader);
        });
        // Only reading notices the end of the connection, even where nothing else is expected.
        made.config().setAutoRead(true);
        var unused = made.write(Unpooled.wrappedBuffer(framing.write(greeting)));
        flush();
        made.flush();
    }

    private void flush() {
        flushing = false;
        boolean any = false;
        while (channel != null && channel.isWritable() && !waiting.isEmpty()) {
            writeSome();
            any = true;
        }
        if (any) {
            channel.flush();
        }
    }

    private void writeSome() {
        ByteBuf out = channel.alloc().ioBuffer();
        List<Runnable> written = new ArrayList<>(0);
        while (!waiting.isEmpty() && out.readableBytes() < CHUNK_BYTES) {
            Waiting next = waiting.poll();
            waitingCount.decrementAndGet();
            framing.write(next.piece(), out);
            if (!next.written().equals(NOTHING)) {
                written.add(next.written());
            }
        }
        if (written.isEmpty()) {
            var unused = channel.write(out, channel.voidPromise());
        } else {
            var unused = channel.write(out).addListener(done -> written.forEach(Runnable::run));
        }
    }

    /** Cuts what comes back into pieces. */
    private static final class Returning implements FrameReader.Taker {

        private final Answers answers;
        private final FrameReader reader;

        Returning(Framing framing, Answers answers) {
            this.answers = answers;
            this.reader = new FrameReader(framing, this);
        }

        @Override
        public void taken(Piece piece) {
            answers.answered(piece, () -> reader.done(piece));
        }

        @Override
        public void refused(String reason) {
            answers.refused(reason);
        }

        @Override
        public void ended() {
            // The connection's end is seen by who made it.
        }
    }

    /** Watches for the end of the connection, and for room in it. */
    private final class Ending extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (answers.isPresent()) {
                ctx.fireChannelRead(message);
            } else {
                ReferenceCountUtil.release(message); // nothing that comes back means anything
            }
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
