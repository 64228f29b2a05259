package dev.weevil.reports.timeline;

import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.reports.evidence.Conflict;
import dev.weevil.reports.evidence.Journey;
import dev.weevil.reports.evidence.Span;
import dev.weevil.reports.evidence.TimedOperation;

import java.util.List;

/**
 * What is drawn.
 *
 * @param end of the run, nanoseconds
 * @param shown the stretch of which everything is here; of the rest only what the adversary touched
 */
record Content(
        Lanes lanes,
        List<Journey> journeys,
        List<TimedOperation> operations,
        List<Mark> marks,
        Conflict conflict,
        long end,
        Span shown) {

    static Content of(
            Trace trace,
            List<Journey> journeys,
            List<TimedOperation> operations,
            Conflict conflict) {
        Lanes lanes = Lanes.of(trace);
        List<Mark> marks = trace.events().stream()
                .flatMap(event -> Mark.of(event, lanes).stream())
                .toList();
        long end = trace.events().stream().mapToLong(TraceEvent::nanos).max().orElse(0);
        Span whole = new Span(0, Math.max(1, end));
        return new Content(lanes, journeys, operations, marks, conflict, end, whole);
    }

    /** Half of the stretch, around where the violation is; all faults, and the conflict, stay. */
    Content halved() {
        long length = Math.max(1, (shown.toNanos() - shown.fromNanos()) / 2);
        long centre = conflict.span()
                .map(span -> span.fromNanos() + (span.toNanos() - span.fromNanos()) / 2)
                .orElse(shown.fromNanos());
        long from = Math.max(shown.fromNanos(), centre - length / 2);
        Span half = new Span(from, from + length);
        return new Content(
                lanes,
                journeys.stream()
                        .filter(j -> j.isBitten() || half.touches(j.sentNanos(), j.endNanos()))
                        .toList(),
                operations.stream()
                        .filter(o -> conflict.operations().contains(o)
                                || half.touches(o.invokedNanos(), o.returnedNanos()))
                        .toList(),
                marks.stream()
                        .filter(m -> m.kind() == Mark.Kind.DISTURBANCE
                                || half.touches(m.nanos(), m.nanos()))
                        .toList(),
                conflict,
                end,
                half);
    }
}
