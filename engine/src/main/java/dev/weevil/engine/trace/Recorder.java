package dev.weevil.engine.trace;

/** Takes the events of one run in order, from one thread. */
public interface Recorder {

    void record(TraceEvent event);
}
