package dev.weevil.zyzzyva;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.trace.TraceEvent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What happened in a run, as tests ask for it. */
public record Transcript(List<TraceEvent> events, Set<NodeId> corrupted) {

    public Transcript {
        events = List.copyOf(events);
        corrupted = Set.copyOf(corrupted);
    }

    public List<Envelope> sent(String type) {
        return of(TraceEvent.Sent.class)
                .map(TraceEvent.Sent::envelope)
                .filter(envelope -> envelope.label().type().equals(type))
                .toList();
    }

    public <M extends Message> List<M> messages(Class<M> type) {
        return sent(type.getSimpleName()).stream()
                .map(envelope -> type.cast(envelope.frame().message().orElseThrow()))
                .toList();
    }

    /** Facts of this name, of correct nodes. */
    public List<Fact> facts(String name) {
        return observed(name).map(TraceEvent.Observed::fact).toList();
    }

    public List<Fact> facts(String name, NodeId node) {
        return observed(name)
                .filter(seen -> seen.node().node().equals(node))
                .map(TraceEvent.Observed::fact)
                .toList();
    }

    private Stream<TraceEvent.Observed> observed(String name) {
        return of(TraceEvent.Observed.class)
                .filter(seen -> seen.fact().name().equals(name))
                .filter(seen -> !corrupted.contains(seen.node().node()));
    }

    public List<Outcome> outcomes() {
        return of(TraceEvent.Completed.class).map(TraceEvent.Completed::outcome).toList();
    }

    /** How long the first completed operation took, in message delays. */
    public double delays() {
        return (double) took().get(0).toNanos() / Cluster.DELAY.toNanos();
    }

    /** From invocation to completion, in order of completion. */
    public List<Duration> took() {
        return of(TraceEvent.Completed.class)
                .map(done -> Duration.ofNanos(done.nanos() - invoked(done)))
                .toList();
    }

    private long invoked(TraceEvent.Completed done) {
        return of(TraceEvent.Invoked.class)
                .filter(one -> one.invocation().equals(done.invocation()))
                .findFirst()
                .orElseThrow()
                .nanos();
    }

    public <E extends TraceEvent> Stream<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }
}
