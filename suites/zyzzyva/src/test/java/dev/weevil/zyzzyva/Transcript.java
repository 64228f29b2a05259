package dev.weevil.zyzzyva;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.suite.Promises;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What happened in a run, as tests ask for it. */
public record Transcript(Trace trace) {

    /** The promises that the run did not keep, or may not have kept, by name. */
    public List<String> broken() {
        return Promises.all().stream()
                .filter(promise -> !promise.judge(trace).isValid())
                .map(Oracle::name)
                .toList();
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

    public <M extends Message> List<M> messages(Class<M> type, NodeId sender) {
        return sent(type.getSimpleName()).stream()
                .filter(envelope -> envelope.from().node().equals(sender))
                .map(envelope -> type.cast(envelope.frame().message().orElseThrow()))
                .toList();
    }

    /** Everything a node said of itself. */
    public Stream<Fact> factsOf(NodeId node) {
        return of(TraceEvent.Observed.class)
                .filter(seen -> seen.node().node().equals(node))
                .map(TraceEvent.Observed::fact);
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
                .filter(seen -> !trace.header().corrupted().contains(seen.node().node()));
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
        return trace.events().stream().filter(type::isInstance).map(type::cast);
    }
}
