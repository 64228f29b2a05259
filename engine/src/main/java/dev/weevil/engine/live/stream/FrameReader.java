package dev.weevil.engine.live.stream;

import dev.weevil.engine.node.Malformed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Cuts what a connection receives into pieces, never further ahead of its taker than a window: beyond
 * that the connection is not read, and whoever writes to it has to wait.
 */
public final class FrameReader extends ChannelInboundHandlerAdapter {

    /** Gets the pieces, on the connection's event loop. */
    public interface Taker {

        /** A piece; {@link FrameReader#done} must be called once for it, sooner or later. */
        void taken(Piece piece);

        /** The stream cannot be understood from here on; the connection is closed. */
        void refused(String reason);

        /** Nothing more will come. Called once, whether the stream ended or the connection broke. */
        void ended();
    }

    private static final int WINDOW_BYTES = 1 << 18;

    /** What a piece costs beside its content. */
    private static final int PIECE_BYTES = 64;

    private final Framing framing;
    private final Taker taker;
    private final AtomicLong outstanding = new AtomicLong();
    private volatile boolean stalled;
    private final ByteBuf pending = Unpooled.buffer();
    private ChannelHandlerContext context;
    private boolean inputEnded;
    private boolean told;
    private long received;

    public FrameReader(Framing framing, Taker taker) {
        this.framing = framing;
        this.taker = taker;
    }

    /** The piece has been dealt with; from any thread. */
    public void done(Piece piece) {
        long left = outstanding.addAndGet(-cost(piece));
        boolean reading = !context.executor().isShuttingDown();
        if (stalled && left <= WINDOW_BYTES / 2 && reading) {
            context.executor().execute(this::proceed);
        }
    }

    /** Bytes received so far; on the connection's event loop. */
    public long received() {
        return received;
    }

    private static long cost(Piece piece) {
        return (long) PIECE_BYTES + piece.content().length();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        received += bytes.readableBytes();
        try {
            if (!told && !stalled && !pending.isReadable()) {
                cut(bytes); // as a rule whole pieces come, and need no copy to wait in
            }
            if (!told) {
                pending.writeBytes(bytes);
            }
        } finally {
            bytes.release();
        }
        cut();
    }

    private void proceed() {
        if (stalled && outstanding.get() <= WINDOW_BYTES / 2) {
            stalled = false;
            cut();
            if (!stalled) {
                context.channel().config().setAutoRead(true);
            }
        }
    }

    private void cut() {
        cut(pending);
        pending.discardSomeReadBytes();
        if (inputEnded && !stalled) {
            end();
        }
    }

    private void cut(ByteBuf from) {
        if (!from.isReadable()) {
            return;
        }
        ByteBuffer view = from.nioBuffer();
        try {
            while (!told && !stalled) {
                Optional<Piece> piece = framing.take(view);
                if (piece.isEmpty()) {
                    break;
                }
                if (outstanding.addAndGet(cost(piece.get())) > WINDOW_BYTES) {
                    stall();
                }
                taker.taken(piece.get());
            }
            if (!told) {
                from.readerIndex(from.writerIndex() - view.remaining());
            }
        } catch (Malformed e) {
            refuse(e.getMessage());
        }
    }

    private void stall() {
        context.channel().config().setAutoRead(false);
        stalled = true;
        if (outstanding.get() <= WINDOW_BYTES / 2) {
            // Everything was dealt with before the taker's thread could see that we wait.
            context.executor().execute(this::proceed);
        }
    }

    private void refuse(String reason) {
        pending.clear();
        told = true;
        taker.refused(reason);
        taker.ended();
        var unused = context.close();
    }

    private void end() {
        if (!told) {
            told = true;
            if (pending.isReadable()) {
                taker.refused("the stream ended inside a frame, after " + pending.readableBytes()
                        + " bytes of it");
            }
            taker.ended();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            cut();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        inputEnded = true;
        cut();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // A reset, as a rule: the connection is over, which channelInactive tells.
        var unused = ctx.close();
    }
}
