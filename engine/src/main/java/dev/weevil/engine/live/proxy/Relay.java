package dev.weevil.engine.live.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/**
 * Passes on bytes unread, on one event loop, in the buffers they were received in. With a {@link
 * Streams.Throttle} at the sink, a slow receiver stops the reading from its sender.
 */
final class Relay extends ChannelInboundHandlerAdapter {

    private final Channel sink;
    private final Runnable over;
    private long bytes;
    private boolean ended;

    /** @param over called once when nothing more will come */
    Relay(Channel sink, Runnable over) {
        this.sink = sink;
        this.over = over;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        bytes += ((ByteBuf) message).readableBytes();
        var unused = sink.write(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        sink.flush();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            end(ctx.channel());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end(ctx.channel());
    }

    private void end(Channel source) {
        if (!ended || !source.isOpen()) {
            Streams.end(source, sink);
        }
        if (!ended) {
            ended = true;
            over.run();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var unused = ctx.close();
    }
}
