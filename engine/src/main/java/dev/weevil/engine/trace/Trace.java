package dev.weevil.engine.trace;

import java.util.List;

/** One run, whole. */
public record Trace(TraceHeader header, List<TraceEvent> events) {

    public Trace {
        events = List.copyOf(events);
    }
}
