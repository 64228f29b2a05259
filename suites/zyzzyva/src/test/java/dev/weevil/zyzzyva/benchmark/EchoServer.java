package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.NodeId;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;

import java.net.InetAddress;

/**
 * The least a server with MACs can do: one handler behind Netty's own frame decoder, one thread, one
 * flush for all that a read brought.
 */
final class EchoServer extends ChannelInitializer<Channel> {

    private final Keyring keys;

    EchoServer(Keyring keys) {
        this.keys = keys;
    }

    void open(int port) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()))
                .channel(EpollServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(this);
        var unused = bootstrap.bind(InetAddress.getLoopbackAddress(), port).syncUninterruptibly();
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline()
                .addLast(new LengthFieldBasedFrameDecoder(1 << 20, 0, 4, 0, 4))
                .addLast(new Echo());
    }

    /** Answers a frame of {@link EchoFrame}. */
    private final class Echo extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ByteBuf frame = (ByteBuf) message;
            try {
                EchoFrame read = EchoFrame.read(frame);
                if (read.isFrom(read.author(), keys)) {
                    EchoFrame answer = EchoFrame.sealed(keys, read.author(), read.content());
                    var unused = ctx.write(answer.write(ctx.alloc()), ctx.voidPromise());
                }
            } finally {
                frame.release();
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            ctx.flush();
        }
    }

    static NodeId self() {
        return NodeId.replica(0);
    }
}
