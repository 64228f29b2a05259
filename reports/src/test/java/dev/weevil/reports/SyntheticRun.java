package dev.weevil.reports;

import dev.weevil.checker.agreement.Agreement;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Models;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.run.AgreementOracle;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.LinearizabilityOracle;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Requirement;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The trace of a run as a primary with three backups and three clients would leave it, put together by
 * hand: what the pages are tested with. With {@link #SPLIT} as its split, two liars let two clients
 * complete different requests at one place in the order.
 */
public final class SyntheticRun {

    /** Where the replicas are split. */
    public static final long SPLIT = 170;

    private static final Touch EQUIVOCATED = new Touch("two-faces", Touch.Kind.ALTERED);
    private static final Touch FORGED = new Touch("second-face", Touch.Kind.INJECTED);
    private static final long MICRO = 1_000;

    private final SplittableRandom random;
    private final int operations;
    private final long split;
    private final List<TraceEvent> events = new ArrayList<>();
    private final Map<String, String> store = new HashMap<>();
    private final long[] free = new long[3];
    private long sequence;
    private long envelopes = 100;
    private long invocations;

    private SyntheticRun(long seed, int operations, long split) {
        this.random = new SplittableRandom(seed);
        this.operations = operations;
        this.split = split;
    }

    /** A run with a violation. */
    public static Trace violated(int operations) {
        return new SyntheticRun(7, operations, SPLIT).trace();
    }

    /** A run in which nobody lies. */
    public static Trace honest(int operations) {
        return new SyntheticRun(7, operations, -1).trace();
    }

    /** What the real oracles say of it. */
    public static Judgement judge(Trace trace) {
        return Judgement.of(scenario(), trace);
    }

    /** The scenario it could have come from. */
    public static Scenario scenario() {
        return new Scenario(
                "colluding-pair",
                "Two of four replicas lie, one more than f, so two correct clients complete"
                        + " conflicting requests.",
                Kind.CONTROL,
                Set.of(Mode.SIMULATED),
                Requirement.operations(200),
                (mode, seed) -> {
                    throw new AssertionError("a synthetic run is not planned");
                },
                List.of(
                        new LinearizabilityOracle(Models.keyValue(), Limits.none()),
                        AgreementOracle.ofDecisions(Agreement.strict())));
    }

    private Trace trace() {
        while (sequence < operations) {
            sequence++;
            if (sequence == split) {
                divide();
            } else {
                order();
            }
        }
        events.sort(Comparator.comparingLong(TraceEvent::nanos));
        return new Trace(header(), events);
    }

    private TraceHeader header() {
        Set<NodeId> corrupted = split < 0 ? Set.of() : Set.of(NodeId.replica(0), NodeId.replica(2));
        return new TraceHeader(
                "zyzzyva",
                "colluding-pair",
                "simulated",
                7,
                Membership.byzantine(1, 3),
                corrupted,
                Settings.NONE.with("authentication", "mac").with("checkpointInterval", 128),
                List.of(
                        "r0 orders another request for r3 at sequence 170 (two-faces).",
                        "r0 and r2 answer for both (second-face).",
                        "One response in fifty is lost (loss), one in fifty late (slow), one in a"
                                + " hundred twice (echo)."),
                List.of("two-faces", "second-face", "loss", "slow", "echo", "silence"));
    }

    /** One operation of the client that is free first. */
    private void order() {
        int client = IntStream.range(0, 3)
                .boxed()
                .min(Comparator.comparingLong(c -> free[c]))
                .orElseThrow();
        Invocation invocation = next(client);
        complete(client, invocation, List.of(0, 1, 2, 3), List.of(), apply(invocation));
    }

    private Invocation next(int client) {
        Optional<Object> key = Optional.of("k" + random.nextInt(3));
        String value = "c" + client + "." + invocations;
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Invocation(++invocations, "get", key, null);
            case 2, 3 -> new Invocation(++invocations, "put", key, value);
            default ->
                new Invocation(
                        ++invocations,
                        "cas",
                        key,
                        List.of(store.getOrDefault(key.get(), "nothing"), value));
        };
    }

    private Outcome apply(Invocation invocation) {
        String key = (String) invocation.key().orElseThrow();
        Object value = invocation.value();
        if (invocation.function().equals("get")) {
            return Outcome.ok(store.get(key));
        }
        if (value instanceof List<?> pair) {
            if (!pair.get(0).equals(store.get(key))) {
                return Outcome.fail(value, "the value was another");
            }
            store.put(key, (String) pair.get(1));
        } else {
            store.put(key, (String) value);
        }
        return Outcome.ok(value);
    }

    /** Two clients at one place in the order, each with three of four answers. */
    private void divide() {
        String before = store.get("k1");
        Invocation first =
                new Invocation(++invocations, "cas", Optional.of("k1"), List.of(before, "blue"));
        Invocation second =
                new Invocation(++invocations, "cas", Optional.of("k1"), List.of(before, "red"));
        long together = Math.max(free[0], free[1]);
        free[0] = together;
        free[1] = together + 40 * MICRO;
        complete(0, first, List.of(0, 1, 2), List.of(), apply(first));
        complete(1, second, List.of(0, 2, 3), List.of(3), Outcome.ok(second.value()));
    }

    private void complete(
            int client,
            Invocation invocation,
            List<Integer> replicas,
            List<Integer> deceived,
            Outcome outcome) {
        NodeId name = NodeId.client(client);
        Endpoint from = Endpoint.of(name);
        Digest digest = Digest.of(Payload.utf8("request " + invocation.id()));
        long invoked = free[client] + (120 + random.nextInt(400)) * MICRO;
        events.add(new TraceEvent.Invoked(invoked, name, invocation));
        Map<String, String> request = fields(invocation, name, digest);
        long asked = send(from, replica(0), "Request", invoked, request, List.of(), 0);
        long request0 = envelopes;
        long done = 0;
        for (int replica : replicas) {
            done = Math.max(
                    done, answer(replica, from, asked, digest, request0, deceived, request));
        }
        events.add(new TraceEvent.Observed(
                done, from, new Fact(Fact.COMPLETED, 0, sequence, digest, "")));
        events.add(new TraceEvent.Completed(done, name, invocation, outcome));
        free[client] = done;
    }

    private long answer(
            int replica,
            Endpoint client,
            long asked,
            Digest digest,
            long cause,
            List<Integer> deceived,
            Map<String, String> request) {
        long ordered = asked;
        long because = cause;
        if (replica != 0) {
            List<Touch> touches = deceived.contains(replica) ? List.of(EQUIVOCATED) : List.of();
            ordered = send(
                    replica(0), replica(replica), "OrderRequest", asked, request, touches, cause);
            because = envelopes;
        }
        for (String fact : List.of(Fact.ACCEPTED, Fact.EXECUTED, Fact.DECIDED)) {
            events.add(new TraceEvent.Observed(
                    ordered, replica(replica), new Fact(fact, 0, sequence, digest, "")));
        }
        Map<String, String> response = new LinkedHashMap<>();
        response.put("sequence", Long.toString(sequence));
        response.put("replica", "r" + replica);
        response.put("requestDigest", digest.brief());
        response.put("history", Digest.of(Payload.utf8("h" + sequence)).brief());
        response.put("seal", "mac by r" + replica);
        boolean forged = !deceived.isEmpty() && replica != 3;
        List<Touch> touches = forged ? List.of(FORGED) : chance(replica);
        return send(
                replica(replica),
                client,
                "SpeculativeResponse",
                ordered,
                response,
                touches,
                because);
    }

    private List<Touch> chance(int replica) {
        int dice = random.nextInt(100);
        if (dice < 2 && replica == 1) {
            return List.of(new Touch("loss", Touch.Kind.DROPPED));
        }
        if (dice < 4) {
            return List.of(new Touch("slow", Touch.Kind.DELAYED));
        }
        return dice < 5 ? List.of(new Touch("echo", Touch.Kind.DUPLICATED)) : List.of();
    }

    private Map<String, String> fields(Invocation invocation, NodeId client, Digest digest) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("view", "0");
        fields.put("sequence", Long.toString(sequence));
        fields.put("request.client", client.toString());
        fields.put("request.timestamp", Long.toString(invocation.id()));
        fields.put("request.operation", invocation.toString());
        fields.put("requestDigest", digest.brief());
        fields.put("seal", "mac by " + client);
        return fields;
    }

    /** Sends one message and lets it arrive, unless it was dropped; returns when it arrives. */
    private long send(
            Endpoint from,
            Endpoint to,
            String type,
            long nanos,
            Map<String, String> fields,
            List<Touch> touches,
            long cause) {
        long id = ++envelopes;
        long arrives = nanos + (180 + random.nextInt(160)) * MICRO;
        Map<String, String> sent = new LinkedHashMap<>(fields);
        boolean altered = touches.contains(EQUIVOCATED);
        if (altered) {
            sent.put("request.client", "c0");
            sent.put("request.operation", "cas k1 [" + store.get("k1") + " blue]");
            sent.put("requestDigest", "5f0e11aa");
        }
        Label label = new Label(type, 0, sequence, 0);
        Envelope envelope = new Envelope(id, from, to, label, Frame.remembered(sent));
        events.add(new TraceEvent.Sent(nanos, envelope, cause));
        for (Touch touch : touches) {
            if (touch.kind() == Touch.Kind.DROPPED) {
                events.add(new TraceEvent.Dropped(nanos, id, touches));
                return arrives;
            }
            if (touch.kind() == Touch.Kind.DELAYED) {
                arrives += 900 * MICRO;
            }
            if (touch.kind() == Touch.Kind.DUPLICATED) {
                events.add(new TraceEvent.Delivered(
                        arrives + 90 * MICRO, id, to, touches, Optional.empty()));
            }
        }
        Optional<Frame> arrived =
                altered ? Optional.of(Frame.remembered(fields)) : Optional.empty();
        events.add(new TraceEvent.Delivered(arrives, id, to, touches, arrived));
        return arrives;
    }

    private static Endpoint replica(int index) {
        return Endpoint.of(NodeId.replica(index));
    }
}
