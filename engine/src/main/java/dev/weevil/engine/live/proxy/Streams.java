package dev.weevil.engine.live.proxy;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;

/** How two connections become one. */
final class Streams {

    private Streams() {}

    /**
     * The source sends no more: ends the sink behind everything written to it. If the source still
     * listens, only this direction ends, else the whole connection.
     */
    static void end(Channel source, Channel sink) {
        var unused = sink.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (source.isOpen() && sink.isOpen() && sink instanceof DuplexChannel duplex) {
                var unusedEnding = duplex.shutdownOutput();
            } else {
                var unusedClosing = sink.close();
            }
        });
    }

    /** Closes the connection behind everything written to it. */
    static void close(Channel channel) {
        var unused = channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** On a channel that is written to: reads from the source while there is room. */
    static final class Throttle extends ChannelInboundHandlerAdapter {

        private final Channel source;

        Throttle(Channel source) {
            this.source = source;
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            source.config().setAutoRead(ctx.channel().isWritable());
            var unused = ctx.fireChannelWritabilityChanged();
        }
    }
}
