package dev.weevil.engine.live.proxy;

import dev.weevil.engine.live.stream.AnyBytes;
import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.live.stream.FrameReader;
import dev.weevil.engine.live.stream.Framing;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.live.stream.Target;
import dev.weevil.engine.node.Endpoint;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A dialler's connection and the one made for it to the target. */
final class Junction {

    /** Between two tries to reach a target that does not listen yet. */
    private static final long RETRY_MILLIS = 20;

    private final StreamLink link;
    private final Channel dialler;
    private final Watch watch;
    private volatile Channel target;
    private volatile Optional<StreamLane> forward = Optional.empty();
    private volatile Optional<StreamLane> back = Optional.empty();
    private final EarlyWords early = new EarlyWords();
    private int open = 2;

    Junction(StreamLink link, Channel dialler, Watch watch) {
        this.link = link;
        this.dialler = dialler;
        this.watch = watch;
        var unused = dialler.pipeline().addLast(early);
    }

    /** Connects to the target, trying for as long as the dialler waits. */
    void join(EventLoops loops, Target where) {
        Optional<InetSocketAddress> address = where.address();
        if (!dialler.isOpen()) {
            return;
        }
        if (address.isEmpty()) {
            retry(loops, where);
            return;
        }
        var unused = loops.dialler(dialler.eventLoop(), new ChannelInboundHandlerAdapter())
                .connect(address.get())
                .addListener((ChannelFuture connecting) -> {
                    if (connecting.isSuccess()) {
                        joined(connecting.channel());
                    } else {
                        retry(loops, where);
                    }
                });
    }

    private void retry(EventLoops loops, Target where) {
        var unused = dialler.eventLoop()
                .schedule(() -> join(loops, where), RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void joined(Channel made) {
        target = made;
        if (!dialler.isOpen()) {
            var unused = made.close();
            return;
        }
        forward =
                direction(link.dialler(), link.target(), dialler, made, link.shownForward(), true);
        back = direction(
                link.target(), link.dialler(), made, dialler, link.shownBack(), link.twoWay());
        early.repeat(dialler.pipeline().context(early));
        dialler.config().setAutoRead(true);
        made.config().setAutoRead(true);
    }

    /** Lets bytes through from source to sink: as a lane, or relayed where they are not shown. */
    private Optional<StreamLane> direction(
            Endpoint from, Endpoint to, Channel source, Channel sink, boolean shown, boolean told) {
        if (told) {
            watch.changed(from, to, true, 0);
        }
        return shown ? show(from, to, source, sink) : relay(from, to, source, sink, told);
    }

    private Optional<StreamLane> relay(
            Endpoint from, Endpoint to, Channel source, Channel sink, boolean told) {
        Relay[] self = new Relay[1];
        Relay relay = new Relay(sink, () -> {
            if (told) {
                watch.changed(from, to, false, self[0].bytes());
            }
            over();
        });
        self[0] = relay;
        source.pipeline().addLast(relay);
        sink.pipeline().addFirst(new Streams.Throttle(source));
        return Optional.empty();
    }

    private Optional<StreamLane> show(Endpoint from, Endpoint to, Channel source, Channel sink) {
        Framing framing = new AnyBytes();
        Showing showing = new Showing();
        FrameReader reader = new FrameReader(framing, showing);
        showing.reader = reader;
        showing.lane = new StreamLane(
                from, to, framing, source, sink, () -> source.eventLoop().execute(this::over));
        source.pipeline().addLast(reader);
        return Optional.of(showing.lane);
    }

    /** One direction is over; both over, so is everything. On the event loop of both channels. */
    private void over() {
        open--;
        if (open == 0) {
            Streams.close(dialler);
            Streams.close(target);
        }
    }

    Optional<Lane> lane(Endpoint from, Endpoint to) {
        Optional<StreamLane> asked = link.dialler().equals(from) ? forward : back;
        return asked.filter(lane -> lane.to().equals(to)).map(lane -> lane);
    }

    /** Breaks both connections as if a wire had been cut. */
    void reset() {
        dialler.config().setOption(ChannelOption.SO_LINGER, 0);
        Channel made = target;
        if (made != null) {
            made.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        close();
    }

    void close() {
        var unused = dialler.close();
        Channel made = target;
        if (made != null) {
            var unusedClosing = made.close();
        }
    }

    /** Shows one direction. */
    private final class Showing implements FrameReader.Taker {

        private FrameReader reader;
        private StreamLane lane;

        @Override
        public void taken(Piece piece) {
            watch.passing(lane, piece, () -> reader.done(piece));
        }

        @Override
        public void refused(String reason) {
            watch.refused("proxy " + lane.from() + "->" + lane.to(), reason);
        }

        @Override
        public void ended() {
            watch.changed(lane.from(), lane.to(), false, reader.received());
            watch.inOrder(lane::end);
        }
    }
}
