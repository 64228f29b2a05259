package dev.weevil.engine.live;

import dev.weevil.engine.cluster.Probe;
import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.live.stream.Target;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks a process at its own door whether it is ready, again and again. On an event loop. */
final class Probing {

    private static final long AGAIN_MILLIS = 50;
    private static final long ANSWER_MILLIS = 1_000;
    private static final int ANSWER_LIMIT = 64 * 1024;

    private final EventLoops loops;
    private final EventLoop loop;
    private final int port;
    private final Probe probe;
    private final BooleanSupplier wanted;
    private final Runnable ready;
    private boolean found;

    /**
     * @param wanted whether anybody still wants to know, asked before each try
     * @param ready called once on an event loop, if it ever is
     */
    Probing(EventLoops loops, int port, Probe probe, BooleanSupplier wanted, Runnable ready) {
        this.loops = loops;
        this.loop = loops.next();
        this.port = port;
        this.probe = probe;
        this.wanted = wanted;
        this.ready = ready;
    }

    void begin() {
        loop.execute(this::ask);
    }

    private void ask() {
        if (found || !wanted.getAsBoolean()) {
            return;
        }
        var unused = loops.dialler(loop, new Answer())
                .connect(Target.local(port).address().orElseThrow())
                .addListener((ChannelFuture connecting) -> {
                    if (connecting.isSuccess()) {
                        connecting.channel().config().setAutoRead(true);
                        var unusedAsking = connecting
                                .channel()
                                .writeAndFlush(
                                        Unpooled.wrappedBuffer(probe.question().asByteBuffer()));
                        Runnable limit = () -> {
                            var unusedClosing = connecting.channel().close();
                        };
                        var unusedLimit =
                                loop.schedule(limit, ANSWER_MILLIS, TimeUnit.MILLISECONDS);
                    } else {
                        askAgain();
                    }
                });
    }

    private void askAgain() {
        var unused = loop.schedule(this::ask, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What one connection answers. */
    private final class Answer extends ChannelInboundHandlerAdapter {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            text.append(bytes.toString(StandardCharsets.ISO_8859_1));
            bytes.release();
            if (!found && probe.ready().test(text.toString())) {
                found = true;
                ready.run();
            }
            if (found || text.length() > ANSWER_LIMIT) {
                var unused = ctx.close();
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            var unused = ctx.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (!found) {
                askAgain();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            var unused = ctx.close();
        }
    }
}
