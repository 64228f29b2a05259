package dev.weevil.engine.run;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells a trace, event by event, a nanosecond apart. */
final class Told {

    private final List<TraceEvent> events = new ArrayList<>();
    private Set<NodeId> corrupted = Set.of();
    private List<String> rules = List.of();
    private long view;

    static Digest value(String name) {
        return Digest.of(Payload.utf8(name));
    }

    Told corrupting(NodeId... nodes) {
        corrupted = Set.of(nodes);
        return this;
    }

    /** From here on replicas speak of this view. */
    Told inView(long later) {
        view = later;
        return this;
    }

    Told rule(String name) {
        rules = List.of(name);
        return this;
    }

    Told observed(NodeId node, String fact, long sequence, String value) {
        return add(new TraceEvent.Observed(
                now(), Endpoint.of(node), new Fact(fact, view, sequence, value(value), "")));
    }

    Told invoked(int client, long id, String function, Object value) {
        return add(new TraceEvent.Invoked(now(), NodeId.client(client), of(id, function, value)));
    }

    Told completed(int client, long id, String function, Outcome outcome) {
        return add(new TraceEvent.Completed(
                now(), NodeId.client(client), of(id, function, null), outcome));
    }

    Told touched(String rule, Touch.Kind kind) {
        return add(new TraceEvent.Delivered(
                now(),
                1,
                Endpoint.of(NodeId.replica(0)),
                List.of(new Touch(rule, kind)),
                Optional.empty()));
    }

    private static Invocation of(long id, String function, Object value) {
        return new Invocation(id, function, Optional.of("x"), value);
    }

    private Told add(TraceEvent event) {
        events.add(event);
        return this;
    }

    private long now() {
        return events.size();
    }

    Trace trace() {
        Membership membership = Membership.byzantine(1, 3);
        TraceHeader header = new TraceHeader(
                "told",
                "told",
                "simulated",
                1,
                membership,
                corrupted,
                Settings.NONE,
                List.of(),
                rules);
        return new Trace(header, events);
    }

    /** A scenario that must show a violation to these oracles. */
    static Scenario control(Oracle... oracles) {
        Scenario holds = scenario(0, oracles);
        return new Scenario(
                holds.name(),
                holds.claim(),
                Kind.CONTROL,
                holds.modes(),
                holds.requirement(),
                holds.planner(),
                holds.oracles());
    }

    /** A scenario judged by these oracles, asking for so many operations. */
    static Scenario scenario(int operations, Oracle... oracles) {
        return new Scenario(
                "told",
                "what is told",
                Kind.HOLDS,
                Set.of(Mode.SIMULATED),
                Requirement.operations(operations),
                (mode, seed) -> {
                    throw new AssertionError("never planned");
                },
                List.of(oracles));
    }
}
