package dev.weevil.zyzzyva.invariant;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The trace of a real run with a lie in it: what an oracle must not swallow. */
final class Doctored {

    private final Trace trace;

    private Doctored(Trace trace) {
        this.trace = trace;
    }

    static Doctored of(Trace trace) {
        return new Doctored(trace);
    }

    Trace trace() {
        return trace;
    }

    /** The last fact of this name that a node of the run told becomes another. */
    Doctored last(String name, NodeId node, UnaryOperator<Fact> lie) {
        List<TraceEvent> events = new ArrayList<>(trace.events());
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof TraceEvent.Observed seen
                    && seen.fact().name().equals(name)
                    && seen.node().node().equals(node)) {
                events.set(
                        i,
                        new TraceEvent.Observed(seen.nanos(), seen.node(), lie.apply(seen.fact())));
                return with(events);
            }
        }
        throw new AssertionError(node + " told no '" + name + "'");
    }

    /** A node tells one thing more when all is over. */
    Doctored then(NodeId node, Fact fact) {
        return then(new TraceEvent.Observed(end(), Endpoint.of(node), fact));
    }

    Doctored then(TraceEvent event) {
        List<TraceEvent> events = new ArrayList<>(trace.events());
        events.add(event);
        return with(events);
    }

    /** What matches never happened. */
    Doctored without(Predicate<TraceEvent> what) {
        List<TraceEvent> kept = trace.events().stream().filter(what.negate()).toList();
        if (kept.size() == trace.events().size()) {
            throw new AssertionError("nothing to take away");
        }
        return with(kept);
    }

    /** The last event that matches becomes another. */
    Doctored last(Predicate<TraceEvent> what, UnaryOperator<TraceEvent> lie) {
        List<TraceEvent> events = new ArrayList<>(trace.events());
        for (int i = events.size() - 1; i >= 0; i--) {
            if (what.test(events.get(i))) {
                events.set(i, lie.apply(events.get(i)));
                return with(events);
            }
        }
        throw new AssertionError("nothing to change");
    }

    long end() {
        return trace.events().get(trace.events().size() - 1).nanos();
    }

    private Doctored with(List<TraceEvent> events) {
        return new Doctored(new Trace(trace.header(), events));
    }
}
