package dev.weevil.zyzzyva.invariant;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.CorrectNodes;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A trace as oracles look at it: who was correct, what they told, what was said on the wire. */
final class Reading {

    /**
     * A fact told by a correct node.
     *
     * @param event its place among the trace's events
     */
    record Told(int event, Endpoint node, Fact fact) {}

    private final Trace trace;
    private final CorrectNodes correct;
    private final ZyzzyvaSettings settings;

    private Reading(Trace trace) {
        this.trace = trace;
        this.correct = CorrectNodes.in(trace);
        this.settings =
                ZyzzyvaSettings.from(trace.header().membership(), trace.header().settings());
    }

    static Reading of(Trace trace) {
        return new Reading(trace);
    }

    Trace trace() {
        return trace;
    }

    CorrectNodes correct() {
        return correct;
    }

    ZyzzyvaSettings settings() {
        return settings;
    }

    Wire wire() {
        return Wire.of(trace);
    }

    Histories histories(Wire wire) {
        return Histories.of(trace, wire, settings);
    }

    Histories histories() {
        return histories(wire());
    }

    /** What correct nodes told under these names, in order. */
    List<Told> told(String... names) {
        Set<String> wanted = Set.of(names);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < trace.events().size(); i++) {
            if (trace.events().get(i) instanceof TraceEvent.Observed seen
                    && wanted.contains(seen.fact().name())
                    && correct.has(seen.node().node())) {
                told.add(new Told(i, seen.node(), seen.fact()));
            }
        }
        return told;
    }
}
