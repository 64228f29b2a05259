package dev.weevil.engine.run.artefact;

import dev.weevil.engine.trace.Recorder;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceDigest;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;

import java.util.ArrayList;
import java.util.List;

/** Keeps the events of one run for its oracles, and hands each on to whoever writes them down. */
public final class Recording implements Recorder {

    private final TraceHeader header;
    private final Recorder next;
    private final TraceDigest digest = new TraceDigest();
    private final List<TraceEvent> events = new ArrayList<>();

    public Recording(TraceHeader header, Recorder next) {
        this.header = header;
        this.next = next;
    }

    @Override
    public void record(TraceEvent event) {
        next.record(event);
        digest.record(event);
        events.add(event);
    }

    /** What has been recorded so far. */
    public Trace trace() {
        return new Trace(header, events);
    }

    /** The digest of {@link #trace}. */
    public String digest() {
        return digest.toString();
    }
}
