package dev.weevil.engine.live;

import dev.weevil.engine.trace.TraceEvent;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was thrown away, and records the first of it at each place in full. */
final class Refusals {

    private static final int IN_FULL = 16;

    private final Ledger ledger;
    private final Map<String, Long> counts = new TreeMap<>();

    Refusals(Ledger ledger) {
        this.ledger = ledger;
    }

    void count(String where, long times, String reason) {
        long before = counts.getOrDefault(where, 0L);
        counts.put(where, before + times);
        if (before < IN_FULL) {
            ledger.record(nanos -> new TraceEvent.Refused(nanos, where, reason));
        }
    }

    /** Says how much there was of what was not recorded. */
    void sumUp() {
        counts.forEach((where, count) -> ledger.note(where + " refused " + count + " in all"));
    }
}
