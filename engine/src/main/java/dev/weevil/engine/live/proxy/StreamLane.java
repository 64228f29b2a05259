package dev.weevil.engine.live.proxy;

import dev.weevil.engine.live.stream.Framing;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A direction of one connection whose bytes must stay in order: whatever is delayed or held keeps back
 * all that came later.
 */
final class StreamLane implements Lane {

    /** A place in the order. */
    private static final class Place {
        private final List<Payload> contents = new ArrayList<>();
        private Runnable settled;
        private boolean decided;
    }

    private final Endpoint from;
    private final Endpoint to;
    private final Framing framing;
    private final Channel source;
    private final Channel sink;
    private final Map<Long, Place> places = new LinkedHashMap<>();
    private final Runnable over;
    private boolean ended;

    /** @param over called once when nothing more will come */
    StreamLane(
            Endpoint from,
            Endpoint to,
            Framing framing,
            Channel source,
            Channel sink,
            Runnable over) {
        this.over = over;
        this.from = from;
        this.to = to;
        this.framing = framing;
        this.source = source;
        this.sink = sink;
    }

    @Override
    public Endpoint from() {
        return from;
    }

    @Override
    public Endpoint to() {
        return to;
    }

    @Override
    public Optional<MessageFormat> format() {
        return Optional.empty();
    }

    @Override
    public void enter(long envelope, Runnable settled) {
        Place place = new Place();
        place.settled = settled;
        places.put(envelope, place);
    }

    @Override
    public void deliver(long envelope, Payload content) {
        Place place = places.get(envelope);
        if (place == null) {
            write(envelope, content, () -> {});
        } else {
            place.contents.add(content);
            place.decided = true;
            proceed();
        }
    }

    @Override
    public void hold(long envelope) {
        Place place = places.get(envelope);
        if (place != null) {
            settle(place);
        }
    }

    @Override
    public void lose(long envelope) {
        Place place = places.get(envelope);
        if (place != null) {
            place.decided = true;
            proceed();
        }
    }

    /** The source sends no more: the sink is told behind what is still to come. */
    void end() {
        ended = true;
        proceed();
    }

    private void proceed() {
        var order = places.entrySet().iterator();
        while (order.hasNext()) {
            Map.Entry<Long, Place> first = order.next();
            if (!first.getValue().decided) {
                return;
            }
            order.remove();
            write(first.getKey(), first.getValue());
        }
        if (ended) {
            Streams.end(source, sink);
            over.run();
        }
    }

    private void write(long envelope, Place place) {
        Runnable written = () -> settle(place);
        for (Payload content : place.contents) {
            write(envelope, content, written);
        }
        if (place.contents.isEmpty()) {
            written.run();
        }
    }

    private void write(long envelope, Payload content, Runnable written) {
        var unused = sink.writeAndFlush(
                        Unpooled.wrappedBuffer(framing.write(new Piece(envelope, content))))
                .addListener(done -> written.run());
    }

    private static void settle(Place place) {
        Runnable settled;
        synchronized (place) {
            settled = place.settled;
            place.settled = () -> {};
        }
        settled.run();
    }
}
