package dev.weevil.cli.replay;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an adversary decided in one run, each decision by what it depends on: the rule, and the label and
 * link of the envelope, or the disturbance. The same decision may have been taken several times.
 */
record Decisions(Map<String, Integer> counts) {

    /** The touches that changed something, and the disturbances. */
    static Decisions of(Trace trace) {
        Map<Long, Envelope> sent = new HashMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Sent sending) {
                sent.put(sending.envelope().id(), sending.envelope());
            } else if (event instanceof TraceEvent.Delivered delivered) {
                count(delivered.touches(), sent, delivered.envelope(), counts);
            } else if (event instanceof TraceEvent.Dropped dropped) {
                count(dropped.touches(), sent, dropped.envelope(), counts);
            } else if (event instanceof TraceEvent.Held held) {
                count(held.touches(), sent, held.envelope(), counts);
            } else if (event instanceof TraceEvent.Disturbed disturbed) {
                counts.merge(disturbed.rule() + " " + disturbed.disturbance(), 1, Integer::sum);
            }
        }
        return new Decisions(counts);
    }

    private static void count(
            List<Touch> touches,
            Map<Long, Envelope> sent,
            long envelope,
            Map<String, Integer> counts) {
        Envelope about = sent.get(envelope);
        String place = about == null
                ? "on its own account"
                : about.from() + "->" + about.to() + " " + about.label();
        for (Touch touch : touches) {
            if (touch.kind().bites()) {
                counts.merge(touch.rule() + " " + touch.kind() + " " + place, 1, Integer::sum);
            }
        }
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of these decisions were taken in the other run as well. */
    int again(Decisions other) {
        return counts.entrySet().stream()
                .mapToInt(entry ->
                        Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0)))
                .sum();
    }
}
