package dev.weevil.zyzzyva.story;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What of a trace the story is made from, read once. */
final class Chronicle {

    /** A client's fact, see PROTOCOL.md, 20.2. */
    private static final String COMPLETED_AFTER = "completed-after";

    /** A replica's fact: it works in the view from then on. */
    static final String ENTERED = "entered";

    /** What a history ends with, and what it continues. */
    private record Link(long number, Digest before) {}

    /** A message as a receiver got it, and whether that is what was sent. */
    record Heard(long nanos, Envelope envelope, NodeId to, Frame frame, boolean altered) {}

    private final Trace trace;
    private final List<Completion> completions = new ArrayList<>();
    private final Map<Digest, Link> chain = new HashMap<>();
    private final Map<Digest, Digest> requests = new HashMap<>();
    private final Map<Digest, String> operations = new HashMap<>();
    private final List<Heard> heard = new ArrayList<>();

    Chronicle(Trace trace) {
        this.trace = trace;
        readFacts();
        readMessages();
    }

    private void readFacts() {
        Map<NodeId, Invocation> open = new HashMap<>();
        Map<NodeId, Digest> completed = new HashMap<>();
        Map<Endpoint, TreeMap<Long, Digest>> logs = new HashMap<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Invoked invoked) {
                open.put(invoked.client(), invoked.invocation());
            } else if (event instanceof TraceEvent.Observed seen) {
                Fact fact = seen.fact();
                NodeId node = seen.node().node();
                TreeMap<Long, Digest> log =
                        logs.computeIfAbsent(seen.node(), replica -> new TreeMap<>());
                switch (fact.name()) {
                    case Fact.ACCEPTED -> accept(log, fact);
                    case Fact.EXECUTED ->
                        Optional.ofNullable(log.get(fact.sequence()))
                                .ifPresent(history -> requests.put(history, fact.digest()));
                    case Fact.COMPLETED -> {
                        completed.put(node, fact.digest());
                        Optional.ofNullable(open.get(node))
                                .ifPresent(asked -> operations.put(
                                        fact.digest(), node + "'s " + Words.of(asked)));
                    }
                    case COMPLETED_AFTER -> complete(seen, completed, open);
                    default -> {}
                }
            }
        }
    }

    private void accept(NavigableMap<Long, Digest> log, Fact fact) {
        Digest before = log.getOrDefault(fact.sequence() - 1, Digest.ZERO);
        log.tailMap(fact.sequence(), true).clear();
        log.put(fact.sequence(), fact.digest());
        chain.putIfAbsent(fact.digest(), new Link(fact.sequence(), before));
    }

    private void complete(
            TraceEvent.Observed seen, Map<NodeId, Digest> completed, Map<NodeId, Invocation> open) {
        NodeId client = seen.node().node();
        Fact fact = seen.fact();
        // A read of the present state has no number of its own.
        boolean ordered = !fact.detail().startsWith("read");
        if (ordered && !isCorrupted(client) && open.containsKey(client)) {
            completions.add(new Completion(
                    seen.nanos(),
                    client,
                    open.get(client),
                    fact.view(),
                    fact.sequence(),
                    completed.getOrDefault(client, Digest.ZERO),
                    fact.digest(),
                    fact.detail()));
        }
    }

    private void readMessages() {
        Map<Long, Envelope> sent = new HashMap<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Sent sending) {
                sent.put(sending.envelope().id(), sending.envelope());
            } else if (event instanceof TraceEvent.Delivered arrived
                    && sent.containsKey(arrived.envelope())) {
                Envelope envelope = sent.get(arrived.envelope());
                heard.add(new Heard(
                        arrived.nanos(),
                        envelope,
                        arrived.to().node(),
                        arrived.altered().orElse(envelope.frame()),
                        arrived.altered().isPresent()));
            }
        }
    }

    boolean isCorrupted(NodeId node) {
        return trace.header().corrupted().contains(node);
    }

    /** The reading of the protocol that was followed. */
    String rules() {
        return trace.header().settings().text("rules", "REPAIRED");
    }

    /** In order of time. */
    List<Completion> completions() {
        return completions;
    }

    /** The history at a number of which a longer one is the continuation, where that is known. */
    Optional<Digest> at(long number, Digest history) {
        Digest here = history;
        Link link = chain.get(here);
        while (link != null && link.number() > number && !link.before().equals(Digest.ZERO)) {
            here = link.before();
            link = chain.get(here);
        }
        return link != null && link.number() == number ? Optional.of(here) : Optional.empty();
    }

    /** The lowest number at which two histories differ, the first of which ends with this number. */
    long split(long number, Digest one, Digest other) {
        long lowest = number;
        for (long n = number - 1; n > 0; n--) {
            if (at(n, one).equals(at(n, other))) {
                return lowest;
            }
            lowest = n;
        }
        return lowest;
    }

    /** Whose operation a history ends with, {@code c0's put x 1}. */
    String operationAt(Digest history) {
        return requests.containsKey(history)
                ? operations.getOrDefault(requests.get(history), "a request that never completed")
                : "a null request";
    }

    /** What nodes said of themselves under this name. */
    Stream<TraceEvent.Observed> told(String fact) {
        return trace.events().stream()
                .filter(TraceEvent.Observed.class::isInstance)
                .map(TraceEvent.Observed.class::cast)
                .filter(seen -> seen.fact().name().equals(fact));
    }

    /** The messages of a type and a view that arrived, in order. */
    Stream<Heard> heard(String type, long view) {
        return heard.stream()
                .filter(message -> message.envelope().label().type().equals(type))
                .filter(message -> message.envelope().label().view() == view);
    }

    /** Operations that began, in order. */
    Stream<TraceEvent.Invoked> begun() {
        return trace.events().stream()
                .filter(TraceEvent.Invoked.class::isInstance)
                .map(TraceEvent.Invoked.class::cast);
    }

    /** Operations that ended, in order. */
    Stream<TraceEvent.Completed> ended() {
        return trace.events().stream()
                .filter(TraceEvent.Completed.class::isInstance)
                .map(TraceEvent.Completed.class::cast);
    }

    /** When the operation that ended so had begun. */
    long begun(TraceEvent.Completed ended) {
        return begun().filter(one -> one.invocation().id() == ended.invocation().id())
                .mapToLong(TraceEvent.Invoked::nanos)
                .findFirst()
                .orElse(0);
    }
}
