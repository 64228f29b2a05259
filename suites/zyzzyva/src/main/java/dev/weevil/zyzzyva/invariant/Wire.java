package dev.weevil.zyzzyva.invariant;

import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of a run: as the nodes themselves sent them, and as they arrived. What an adversary
 * injected under a node's name was not sent by that node.
 */
final class Wire {

    /**
     * A message on its way.
     *
     * @param event its place among the trace's events
     */
    record Passage(int event, Endpoint from, Endpoint to, ZyzzyvaMessage message) {}

    private final List<Passage> sent = new ArrayList<>();
    private final List<Passage> arrived = new ArrayList<>();
    private final boolean simulated;
    private Optional<MessageFormat> format = Optional.empty();
    private boolean readable = true;

    private Wire(Trace trace) {
        this.simulated = trace.header().mode().equals(Mode.SIMULATED.toString());
    }

    static Wire of(Trace trace) {
        Wire wire = new Wire(trace);
        Set<Long> injected = injected(trace);
        Map<Long, Passage> flying = new HashMap<>();
        for (int i = 0; i < trace.events().size(); i++) {
            TraceEvent event = trace.events().get(i);
            if (event instanceof TraceEvent.Sent said) {
                wire.take(i, said, injected, flying);
            } else if (event instanceof TraceEvent.Delivered delivered) {
                wire.take(i, delivered, flying);
            }
        }
        return wire;
    }

    private static Set<Long> injected(Trace trace) {
        Set<Long> injected = new HashSet<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Delivered delivered
                    && delivered.touches().stream()
                            .anyMatch(touch -> touch.kind() == Touch.Kind.INJECTED)) {
                injected.add(delivered.envelope());
            }
        }
        return injected;
    }

    private void take(
            int event, TraceEvent.Sent said, Set<Long> injected, Map<Long, Passage> flying) {
        Frame frame = said.envelope().frame();
        Optional<ZyzzyvaMessage> message = read(frame);
        readable &= message.isPresent();
        if (message.isEmpty()) {
            return;
        }
        long id = said.envelope().id();
        Passage passage =
                new Passage(event, said.envelope().from(), said.envelope().to(), message.get());
        flying.put(id, passage);
        boolean own = said.envelope().label().occurrence() >= 0 && !injected.contains(id);
        if (own) {
            format = format.isPresent() ? format : frame.format();
            sent.add(passage);
        }
    }

    private void take(int event, TraceEvent.Delivered delivered, Map<Long, Passage> flying) {
        Passage passage = flying.get(delivered.envelope());
        if (passage != null) {
            Optional<ZyzzyvaMessage> message = delivered.altered().isPresent()
                    ? read(delivered.altered().get())
                    : Optional.of(passage.message());
            message.ifPresent(
                    told -> arrived.add(new Passage(event, passage.from(), delivered.to(), told)));
        }
    }

    private static Optional<ZyzzyvaMessage> read(Frame frame) {
        Optional<Message> message = frame.message();
        return message.filter(ZyzzyvaMessage.class::isInstance).map(ZyzzyvaMessage.class::cast);
    }

    /** What nodes sent, in order; what a corrupted one really said may have been altered after. */
    List<Passage> sent() {
        return sent;
    }

    /** What arrived, in order. */
    List<Passage> arrived() {
        return arrived;
    }

    /**
     * Whether every message of the run is here. Links of live runs that no rule touches are not
     * recorded, and a trace read from a file has no messages: there, that somebody did not say
     * something cannot be told.
     */
    boolean whole() {
        return simulated && readable && format.isPresent();
    }

    /** How messages of this run are encoded; empty where there are none. */
    Optional<MessageFormat> format() {
        return format;
    }
}
