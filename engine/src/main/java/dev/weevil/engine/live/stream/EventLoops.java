package dev.weevil.engine.live.stream;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The threads that read and write all sockets of a process, and how its sockets are made. */
public final class EventLoops implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    private final EventLoopGroup group;
    private final Class<? extends ServerChannel> serverType;
    private final Class<? extends Channel> channelType;

    private EventLoops(boolean epoll, int threads) {
        DefaultThreadFactory names = new DefaultThreadFactory("weevil-io", true);
        this.group = new MultiThreadIoEventLoopGroup(
                threads, names, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        this.serverType = epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        this.channelType = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** The fastest this platform has. */
    public static EventLoops fast(int threads) {
        return new EventLoops(Epoll.isAvailable(), threads);
    }

    /** What every Java platform has: no native library to unpack, so it starts sooner. */
    public static EventLoops plain(int threads) {
        return new EventLoops(false, threads);
    }

    /**
     * Listens.
     *
     * @param address with port 0 for any that is free
     * @param accepted called for each connection before it reads anything; reading is off until it is
     *     turned on
     * @throws IOException naming the port, if it is in use
     */
    public Channel listen(InetSocketAddress address, ChannelHandler accepted) throws IOException {
        return listen(group, address, accepted);
    }

    /** As above, with every connection on the one loop. */
    public Channel listen(EventLoop loop, InetSocketAddress address, ChannelHandler accepted)
            throws IOException {
        return listen((EventLoopGroup) loop, address, accepted);
    }

    private Channel listen(EventLoopGroup loops, InetSocketAddress address, ChannelHandler accepted)
            throws IOException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(serverType)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(accepted);
        var bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "cannot listen on " + address + ": " + bound.cause().getMessage(),
                    bound.cause());
        }
        return bound.channel();
    }

    /** Listens on 127.0.0.1, as {@link #listen(InetSocketAddress, ChannelHandler)}. */
    public Channel listen(int port, ChannelHandler accepted) throws IOException {
        return listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), accepted);
    }

    /** A connection to be made, on a given thread; reading is off until it is turned on. */
    public Bootstrap dialler(EventLoop loop, ChannelHandler handler) {
        return new Bootstrap()
                .group(loop)
                .channel(channelType)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.AUTO_READ, false)
                .handler(handler);
    }

    public EventLoop next() {
        return group.next();
    }

    /** Closes every socket and ends every thread, and returns when that is done. */
    @Override
    public void close() {
        var unused = group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** The port a listening channel was given. */
    public static int portOf(Channel listening) {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }
}
