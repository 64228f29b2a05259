package dev.weevil.engine.live.proxy;

import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.live.stream.Target;
import dev.weevil.engine.node.Endpoint;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A port whose connections are joined to the target's, one to one: a link whose bytes nobody can read,
 * or that nobody can touch. A dialler is held until the target listens.
 */
public final class StreamGate implements Gate {

    private final EventLoops loops;
    private final StreamLink link;
    private final Target target;
    private final Watch watch;
    private final Channel listening;
    private final List<Junction> junctions = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    /** @throws IOException if no port could be opened */
    public StreamGate(EventLoops loops, StreamLink link, Target target, Watch watch)
            throws IOException {
        this.loops = loops;
        this.link = link;
        this.target = target;
        this.watch = watch;
        this.listening = loops.listen(0, new Accepting());
    }

    @Override
    public int port() {
        return EventLoops.portOf(listening);
    }

    @Override
    public void cut() {
        cut = true;
        junctions.forEach(Junction::reset);
    }

    @Override
    public void mend() {
        cut = false;
    }

    @Override
    public Optional<Lane> lane(Endpoint from, Endpoint to) {
        Optional<Lane> latest = Optional.empty();
        for (Junction junction : junctions) {
            Optional<Lane> lane = junction.lane(from, to);
            latest = lane.isPresent() ? lane : latest;
        }
        return latest;
    }

    @Override
    public void close() {
        var unused = listening.close().awaitUninterruptibly();
        junctions.forEach(Junction::close);
    }

    /** Makes a junction of each connection. */
    @Sharable
    private final class Accepting extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            if (cut) {
                ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                var unused = ctx.close();
                return;
            }
            Junction junction = new Junction(link, ctx.channel(), watch);
            junctions.add(junction);
            var unused = ctx.channel().closeFuture().addListener(closed -> {
                junctions.remove(junction);
            });
            junction.join(loops, target);
        }
    }
}
