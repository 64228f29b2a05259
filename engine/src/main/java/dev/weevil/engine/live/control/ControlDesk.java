package dev.weevil.engine.live.control;

import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.live.stream.FrameReader;
import dev.weevil.engine.live.stream.LengthPrefixed;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The harness's end: where the processes of replicas report, and are given orders. */
public final class ControlDesk implements AutoCloseable {

    /** One process, while it is connected. */
    public final class Line implements FrameReader.Taker {

        private final Channel channel;
        private final FrameReader reader = new FrameReader(LengthPrefixed.USUAL, this);
        private Optional<NodeId> self = Optional.empty();

        private Line(Channel channel) {
            this.channel = channel;
        }

        /** Gives an order; from any thread, and lost where the process is gone. */
        public void order(Order order) {
            Piece piece = Piece.untagged(formats.orders().encode(order));
            var unused = channel.writeAndFlush(
                    Unpooled.wrappedBuffer(LengthPrefixed.USUAL.write(piece)));
        }

        @Override
        public void taken(Piece piece) {
            try {
                Message report = formats.reports().decode(piece.content());
                if (report instanceof Report.Ready ready && self.isEmpty()) {
                    self = Optional.of(ready.self());
                }
                if (self.isPresent()) {
                    watch.reported(this, self.get(), (Report) report, () -> reader.done(piece));
                    return;
                }
                refused("expected a process to say first that it is ready, found " + report);
            } catch (Malformed e) {
                refused(e.getMessage());
            }
            reader.done(piece);
            var unused = channel.close();
        }

        @Override
        public void refused(String reason) {
            watch.refused(self.map(NodeId::toString).orElse("a stranger") + ": " + reason);
        }

        @Override
        public void ended() {
            var unused = channel.close();
        }
    }

    /** Hears the reports, on event loops. */
    public interface Watch {

        /** A report; {@code done} is to be run once it has been dealt with. */
        void reported(Line line, NodeId replica, Report report, Runnable done);

        /** Bytes that are no report. */
        void refused(String reason);
    }

    private final Formats formats;
    private final Watch watch;
    private final Channel listening;
    private final Set<Channel> lines = new HashSet<>();

    /** @throws IOException if no port could be opened */
    public ControlDesk(EventLoops loops, Formats formats, Watch watch) throws IOException {
        this.formats = formats;
        this.watch = watch;
        this.listening = loops.listen(0, new Accepting());
    }

    public int port() {
        return EventLoops.portOf(listening);
    }

    @Override
    public void close() {
        var unused = listening.close().awaitUninterruptibly();
        synchronized (lines) {
            lines.forEach(channel -> {
                var unusedClosing = channel.close();
            });
        }
    }

    /** Gives each connection a line. */
    @Sharable
    private final class Accepting extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            Channel channel = ctx.channel();
            synchronized (lines) {
                lines.add(channel);
            }
            var unused = channel.closeFuture().addListener(closed -> {
                synchronized (lines) {
                    lines.remove(channel);
                }
            });
            ctx.pipeline().addLast(new Line(channel).reader);
            channel.config().setAutoRead(true);
        }
    }
}
