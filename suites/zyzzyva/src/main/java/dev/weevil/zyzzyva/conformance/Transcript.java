package dev.weevil.zyzzyva.conformance;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What happened in a run, as counters ask for it. */
record Transcript(Trace trace) {

    boolean simulated() {
        return trace.header().mode().equals(Mode.SIMULATED.toString());
    }

    /** Every sending of a message of this type: of retransmissions and of lies as well. */
    Stream<Envelope> sent(Class<? extends Message> type) {
        return of(TraceEvent.Sent.class)
                .map(TraceEvent.Sent::envelope)
                .filter(envelope -> envelope.label().type().equals(type.getSimpleName()));
    }

    /** Messages of this type as liars had altered them when they arrived. */
    <M extends Message> Stream<M> altered(Class<M> type) {
        return of(TraceEvent.Delivered.class)
                .flatMap(delivered -> delivered.altered().stream())
                .flatMap(frame -> frame.message().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** What correct nodes told under this name. */
    Stream<TraceEvent.Observed> told(String fact) {
        return of(TraceEvent.Observed.class)
                .filter(seen -> seen.fact().name().equals(fact))
                .filter(seen -> !trace.header().corrupted().contains(seen.node().node()));
    }

    List<Fact> facts(String name) {
        return told(name).map(TraceEvent.Observed::fact).toList();
    }

    /** Operations of correct clients that ended well, or failed for a reason of the service's. */
    Stream<TraceEvent.Completed> completed() {
        return of(TraceEvent.Completed.class)
                .filter(done -> done.outcome().type() != HistoryEvent.Type.INFO)
                .filter(done -> !trace.header().corrupted().contains(done.client()));
    }

    /** From invocation to completion of each of these, in their order. */
    Stream<Long> nanosTaken() {
        Map<Long, Long> begun = new HashMap<>();
        of(TraceEvent.Invoked.class).forEach(one -> begun.put(one.invocation().id(), one.nanos()));
        return completed()
                .map(done -> done.nanos() - begun.get(done.invocation().id()));
    }

    <E extends TraceEvent> Stream<E> of(Class<E> type) {
        return trace.events().stream().filter(type::isInstance).map(type::cast);
    }
}
