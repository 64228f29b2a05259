package dev.weevil.reports.evidence;

import dev.weevil.engine.network.Touch;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows every envelope of a trace from its sending to its end. */
public final class Journeys {

    private final Map<Long, TraceEvent.Sent> open = new LinkedHashMap<>();
    private final Map<Long, TraceEvent.Sent> sent = new HashMap<>();
    private final Map<Long, TraceEvent.Held> held = new HashMap<>();
    private final List<Journey> ended = new ArrayList<>();
    private long now;

    private Journeys() {}

    /** All of them, by the time of sending. */
    public static List<Journey> of(Trace trace) {
        Journeys following = new Journeys();
        trace.events().forEach(following::follow);
        following.open.values().forEach(following::unfinished);
        following.ended.sort(Comparator.comparingLong(Journey::sentNanos));
        return List.copyOf(following.ended);
    }

    private void follow(TraceEvent event) {
        now = Math.max(now, event.nanos());
        if (event instanceof TraceEvent.Sent e) {
            open.put(e.envelope().id(), e);
            sent.put(e.envelope().id(), e);
        } else if (event instanceof TraceEvent.Held e) {
            held.put(e.envelope(), e);
        } else if (event instanceof TraceEvent.Dropped e) {
            origin(e.envelope()).ifPresent(from -> dropped(from, e));
        } else if (event instanceof TraceEvent.Delivered e) {
            origin(e.envelope()).ifPresent(from -> delivered(from, e));
        }
    }

    /** A trace that was cut may tell of an arrival without a sending. */
    private Optional<TraceEvent.Sent> origin(long envelope) {
        open.remove(envelope);
        return Optional.ofNullable(sent.get(envelope));
    }

    private void dropped(TraceEvent.Sent from, TraceEvent.Dropped e) {
        ended.add(new Journey(
                from.envelope(),
                from.cause(),
                from.nanos(),
                e.nanos(),
                Journey.Fate.DROPPED,
                from.envelope().to(),
                e.touches(),
                Optional.empty()));
    }

    private void delivered(TraceEvent.Sent from, TraceEvent.Delivered e) {
        TraceEvent.Held before = held.get(e.envelope());
        List<Touch> touches = before == null
                ? e.touches()
                : Stream.concat(before.touches().stream(), e.touches().stream())
                        .distinct()
                        .toList();
        ended.add(new Journey(
                from.envelope(),
                from.cause(),
                from.nanos(),
                e.nanos(),
                Journey.Fate.DELIVERED,
                e.to(),
                touches,
                e.altered()));
    }

    private void unfinished(TraceEvent.Sent from) {
        TraceEvent.Held keeping = held.get(from.envelope().id());
        ended.add(new Journey(
                from.envelope(),
                from.cause(),
                from.nanos(),
                keeping == null ? now : keeping.nanos(),
                keeping == null ? Journey.Fate.UNDER_WAY : Journey.Fate.HELD,
                from.envelope().to(),
                keeping == null ? List.of() : keeping.touches(),
                Optional.empty()));
    }
}
