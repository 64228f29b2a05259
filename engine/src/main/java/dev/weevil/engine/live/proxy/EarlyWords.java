package dev.weevil.engine.live.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what a dialler says before anybody is there to hear it. Reading is off meanwhile, but epoll
 * reads all the same when the dialler has ended its side.
 */
final class EarlyWords extends ChannelInboundHandlerAdapter {

    private final List<Object> words = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        words.add(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        events.add(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        words.forEach(ReferenceCountUtil::release);
        words.clear();
        var unused = ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var unused = ctx.close();
    }

    /** Passes everything on to the handlers behind, and steps aside. On the event loop. */
    void repeat(ChannelHandlerContext ctx) {
        for (Object word : words) {
            var unused = ctx.fireChannelRead(word);
        }
        if (!words.isEmpty()) {
            var unused = ctx.fireChannelReadComplete();
        }
        for (Object event : events) {
            var unused = ctx.fireUserEventTriggered(event);
        }
        words.clear();
        events.clear();
        var unused = ctx.pipeline().remove(this);
    }
}
