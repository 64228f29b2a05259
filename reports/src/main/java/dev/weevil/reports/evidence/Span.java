package dev.weevil.reports.evidence;

import java.util.Optional;
import java.util.stream.LongStream;

/** A stretch of the run's time, both ends included. */
public record Span(long fromNanos, long toNanos) {

    public Span {
        if (toNanos < fromNanos) {
            throw new IllegalArgumentException("from " + fromNanos + " ns to " + toNanos + " ns");
        }
    }

    /** The smallest that holds all of them; empty where there are none. */
    static Optional<Span> around(LongStream instants) {
        long[] sorted = instants.sorted().toArray();
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Span(sorted[0], sorted[sorted.length - 1]));
    }

    public boolean touches(long from, long to) {
        return from <= toNanos && to >= fromNanos;
    }

    @Override
    public String toString() {
        return Wording.time(fromNanos) + " to " + Wording.time(toNanos);
    }
}
