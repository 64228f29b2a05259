package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients of {@link EchoServer}, all on one thread. */
final class EchoClients implements Load {

    /** As long as what a request of the key-value store is sealed over. */
    private static final Payload CONTENT = Payload.wrap(new byte[90]);

    private final List<Caller> callers = new ArrayList<>();
    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private long[] latencies = new long[0];
    private AtomicInteger asked = new AtomicInteger();
    private int done;
    private CountDownLatch finished = new CountDownLatch(1);

    EchoClients(Keys keys, List<NodeId> clients, int port) {
        for (NodeId client : clients) {
            Caller caller = new Caller(keys.of(client));
            callers.add(caller);
            Bootstrap bootstrap = new Bootstrap()
                    .group(loops)
                    .channel(EpollSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline()
                                    .addLast(new LengthFieldBasedFrameDecoder(1 << 20, 0, 4, 0, 4))
                                    .addLast(caller);
                        }
                    });
            caller.channel = bootstrap
                    .connect(InetAddress.getLoopbackAddress(), port)
                    .syncUninterruptibly()
                    .channel();
        }
    }

    @Override
    public Lap run(int operations) throws InterruptedException {
        latencies = new long[operations];
        asked = new AtomicInteger();
        done = 0;
        finished = new CountDownLatch(1);
        long began = System.nanoTime();
        callers.forEach(caller -> caller.channel.eventLoop().execute(caller::ask));
        finished.await();
        return Lap.of(System.nanoTime() - began, latencies);
    }

    /** One connection. */
    private final class Caller extends ChannelInboundHandlerAdapter {

        private final Keyring keys;
        private Channel channel;
        private long since;

        Caller(Keyring keys) {
            this.keys = keys;
        }

        void ask() {
            if (asked.getAndIncrement() < latencies.length) {
                since = System.nanoTime();
                EchoFrame frame = EchoFrame.sealed(keys, EchoServer.self(), CONTENT);
                var unused =
                        channel.writeAndFlush(frame.write(channel.alloc()), channel.voidPromise());
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ByteBuf frame = (ByteBuf) message;
            try {
                if (EchoFrame.read(frame).isFrom(EchoServer.self(), keys)) {
                    completed();
                }
            } finally {
                frame.release();
            }
        }

        private void completed() {
            latencies[done++] = System.nanoTime() - since;
            if (done == latencies.length) {
                finished.countDown();
            } else {
                ask();
            }
        }
    }
}
