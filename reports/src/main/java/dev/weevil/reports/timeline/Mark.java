package dev.weevil.reports.timeline;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.reports.evidence.DisturbanceWords;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened at one instant and is no message.
 *
 * @param lane where it is drawn
 * @param target the lane of the process that a disturbance hits; else -1
 * @param name of a fact, a timer, a disturbance, ...
 */
record Mark(long nanos, Kind kind, int lane, int target, String name, Fact fact) {

    /** The script knows them by these names. */
    enum Kind {
        FACT,
        TIMER,
        DISTURBANCE,
        PROCESS,
        LINK,
        REFUSED,
        NOTE
    }

    /** The mark for an event; empty where it is part of a message or an operation. */
    static Optional<Mark> of(TraceEvent event, Lanes lanes) {
        if (event instanceof TraceEvent.Observed e) {
            return Optional.of(new Mark(
                    e.nanos(), Kind.FACT, lanes.of(e.node()), -1, e.fact().name(), e.fact()));
        }
        if (event instanceof TraceEvent.TimerFired e) {
            return at(e.nanos(), Kind.TIMER, lanes.of(e.node()), e.timer().toString(), "");
        }
        if (event instanceof TraceEvent.Disturbed e) {
            return Optional.of(disturbed(e, lanes));
        }
        if (event instanceof TraceEvent.ProcessChanged e) {
            String state = e.up() ? "up" : "down";
            return at(e.nanos(), Kind.PROCESS, lanes.of(e.process()), state, e.detail());
        }
        if (event instanceof TraceEvent.LinkChanged e) {
            String change = e.from() + "→" + e.to() + (e.open() ? " opened" : " closed");
            String carried = e.open() ? "" : e.bytes() + " bytes";
            return at(e.nanos(), Kind.LINK, lanes.environment(), change, carried);
        }
        if (event instanceof TraceEvent.Refused e) {
            return at(e.nanos(), Kind.REFUSED, lanes.environment(), e.where(), e.reason());
        }
        if (event instanceof TraceEvent.Noted e) {
            return at(e.nanos(), Kind.NOTE, lanes.environment(), "note", e.text());
        }
        return Optional.empty();
    }

    private static Optional<Mark> at(long nanos, Kind kind, int lane, String name, String detail) {
        return Optional.of(new Mark(nanos, kind, lane, -1, name, Fact.of(name, 0, 0, detail)));
    }

    private static Mark disturbed(TraceEvent.Disturbed e, Lanes lanes) {
        Disturbance disturbance = e.disturbance();
        String name = disturbance.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        String words = DisturbanceWords.of(disturbance) + ", by rule " + e.rule();
        int target = target(disturbance).map(lanes::of).orElse(-1);
        return new Mark(
                e.nanos(),
                Kind.DISTURBANCE,
                lanes.adversary(),
                target,
                name,
                Fact.of(name, 0, 0, words));
    }

    private static Optional<Endpoint> target(Disturbance disturbance) {
        if (disturbance instanceof Disturbance.Crash d) return Optional.of(d.target());
        if (disturbance instanceof Disturbance.Restart d) return Optional.of(d.target());
        if (disturbance instanceof Disturbance.Pause d) return Optional.of(d.target());
        if (disturbance instanceof Disturbance.Resume d) return Optional.of(d.target());
        if (disturbance instanceof Disturbance.Skew d) return Optional.of(d.target());
        return Optional.empty();
    }

    /** The first digits of what a fact is about; empty where it is about nothing. */
    String digest() {
        return fact.digest().equals(Digest.ZERO) ? "" : fact.digest().brief();
    }
}
