package dev.weevil.engine.live;

import dev.weevil.engine.trace.Recorder;
import dev.weevil.engine.trace.TraceEvent;

import java.util.function.LongFunction;

/** The run's record, with the time of each entry. For the run's thread. */
record Ledger(Recorder recorder, RunClock clock) {

    void record(LongFunction<TraceEvent> event) {
        recorder.record(event.apply(clock.nanos()));
    }

    void note(String text) {
        record(nanos -> new TraceEvent.Noted(nanos, text));
    }
}
