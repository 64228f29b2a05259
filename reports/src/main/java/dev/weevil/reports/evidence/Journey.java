package dev.weevil.reports.evidence;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One envelope on its way to one arrival, or to none: an arrow. A duplicated envelope has several.
 *
 * @param sentNanos when it left; at which {@link #endNanos} what {@link #fate} says became of it
 * @param to where it arrived, or was meant to
 * @param altered what arrived, where that is not what was sent
 */
public record Journey(
        Envelope envelope,
        long cause,
        long sentNanos,
        long endNanos,
        Fate fate,
        Endpoint to,
        List<Touch> touches,
        Optional<Frame> altered) {

    /** How it ended. */
    public enum Fate {
        DELIVERED,
        DROPPED,
        /** Kept by the adversary to the end. */
        HELD,
        /** Not arrived when the run ended, or lost with its receiver. */
        UNDER_WAY
    }

    public Journey {
        touches = List.copyOf(touches);
    }

    public boolean isTouchedBy(Touch.Kind kind) {
        return touches.stream().anyMatch(touch -> touch.kind() == kind);
    }

    /** Whether the adversary made it go differently. */
    public boolean isBitten() {
        return fate == Fate.DROPPED
                || touches.stream().anyMatch(touch -> touch.kind().bites());
    }

    /** The fields that arrived otherwise than they were sent: path to what was sent and what came. */
    public Map<String, String> alterations() {
        return differences(envelope.frame(), arrived());
    }

    /** What its receiver saw. */
    public Frame arrived() {
        return altered.orElse(envelope.frame());
    }

    /** Path to what the one frame and the other say there, where that differs. */
    static Map<String, String> differences(Frame one, Frame other) {
        Map<String, String> fields = one.describe();
        Map<String, String> changed = new TreeMap<>();
        other.describe().forEach((path, value) -> {
            if (!value.equals(fields.get(path))) {
                changed.put(path, fields.getOrDefault(path, "nothing") + " → " + value);
            }
        });
        return changed;
    }

    /** As people refer to it. */
    public String name() {
        return "m" + envelope.id();
    }
}
