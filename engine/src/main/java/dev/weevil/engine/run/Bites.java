package dev.weevil.engine.run;

import dev.weevil.engine.network.Touch;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Did the faults bite: how often each rule touched an envelope, and disturbed a process.
 *
 * @param touches by rule and kind
 * @param disturbances by rule
 */
public record Bites(
        Map<String, Map<Touch.Kind, Integer>> touches, Map<String, Integer> disturbances) {

    /** Counts what a trace tells. A rule that never matched has an entry without counts. */
    public static Bites of(Trace trace) {
        Map<String, Map<Touch.Kind, Integer>> touches = new TreeMap<>();
        Map<String, Integer> disturbances = new TreeMap<>();
        trace.header().rules().forEach(rule -> touches.put(rule, new EnumMap<>(Touch.Kind.class)));
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Disturbed disturbed) {
                disturbances.merge(disturbed.rule(), 1, Integer::sum);
            }
            for (Touch touch : touchesOf(event)) {
                touches.computeIfAbsent(touch.rule(), rule -> new EnumMap<>(Touch.Kind.class))
                        .merge(touch.kind(), 1, Integer::sum);
            }
        }
        return new Bites(
                Collections.unmodifiableMap(touches), Collections.unmodifiableMap(disturbances));
    }

    private static List<Touch> touchesOf(TraceEvent event) {
        if (event instanceof TraceEvent.Delivered delivered) {
            return delivered.touches();
        }
        if (event instanceof TraceEvent.Dropped dropped) {
            return dropped.touches();
        }
        return event instanceof TraceEvent.Held held ? held.touches() : List.of();
    }

    /** How many touches of this kind, by all rules. */
    public int count(Touch.Kind kind) {
        return touches.values().stream()
                .mapToInt(kinds -> kinds.getOrDefault(kind, 0))
                .sum();
    }

    /** Everything that made the run go differently. */
    public int total() {
        int biting = 0;
        for (Touch.Kind kind : Touch.Kind.values()) {
            biting += kind.bites() ? count(kind) : 0;
        }
        return biting
                + disturbances.values().stream().mapToInt(Integer::intValue).sum();
    }
}
