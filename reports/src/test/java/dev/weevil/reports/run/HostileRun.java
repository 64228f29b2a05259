package dev.weevil.reports.run;

import dev.weevil.engine.network.Disturbance;
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
import dev.weevil.engine.node.Timer;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;
import dev.weevil.reports.SyntheticRun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A run in which everything that nodes, clients and rules can name tries to become markup. */
final class HostileRun {

    static final String ATTACK = "<img src=x onerror=\"document.title='owned'\">"
            + "</script><script>document.title='owned'</script>'\"&\u202e\u0000";

    private static final Endpoint R0 = Endpoint.of(NodeId.replica(0));
    private static final Endpoint R1 = Endpoint.of(NodeId.replica(1));
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);

    private HostileRun() {}

    static Trace trace() {
        TraceHeader plain = SyntheticRun.violated(1).header();
        TraceHeader header = new TraceHeader(
                ATTACK,
                ATTACK,
                ATTACK,
                7,
                plain.membership(),
                plain.corrupted(),
                plain.settings().with(ATTACK, ATTACK),
                List.of(ATTACK),
                List.of(ATTACK));
        List<TraceEvent> events = new ArrayList<>(operations());
        events.addAll(messages());
        events.addAll(marks());
        return new Trace(header, events);
    }

    /** The second client reads what nobody wrote. */
    private static List<TraceEvent> operations() {
        Invocation put = new Invocation(1, "put", Optional.of(ATTACK), ATTACK);
        Invocation get = new Invocation(2, "get", Optional.of(ATTACK), null);
        return List.of(
                new TraceEvent.Invoked(10, C0, put),
                new TraceEvent.Completed(20, C0, put, Outcome.ok(ATTACK)),
                new TraceEvent.Invoked(30, C1, get),
                new TraceEvent.Completed(40, C1, get, Outcome.ok("never " + ATTACK)),
                new TraceEvent.Invoked(50, C0, get),
                new TraceEvent.Completed(60, C0, get, Outcome.fail(null, ATTACK)));
    }

    private static List<TraceEvent> messages() {
        Label label = new Label(ATTACK, Long.MAX_VALUE, Long.MIN_VALUE, 0);
        Frame sent = Frame.remembered(Map.of(ATTACK, ATTACK));
        Frame arrived = Frame.remembered(Map.of(ATTACK, "x" + ATTACK));
        List<Touch> touches = List.of(new Touch(ATTACK, Touch.Kind.ALTERED));
        return List.of(
                new TraceEvent.Sent(31, new Envelope(1, R0, R1, label, sent), 0),
                new TraceEvent.Delivered(35, 1, R1, touches, Optional.of(arrived)));
    }

    private static List<TraceEvent> marks() {
        Fact fact = new Fact(Fact.DECIDED, 0, 3, Digest.ZERO, ATTACK);
        return List.of(
                new TraceEvent.Observed(36, R1, fact),
                new TraceEvent.Observed(36, R0, Fact.of(ATTACK, 0, 3, ATTACK)),
                new TraceEvent.TimerFired(37, R1, Timer.named(ATTACK)),
                new TraceEvent.Disturbed(
                        38,
                        ATTACK,
                        new Disturbance.SystemAction(
                                ATTACK, new TreeMap<>(Map.of(ATTACK, ATTACK)))),
                new TraceEvent.ProcessChanged(39, R1, false, ATTACK),
                new TraceEvent.Refused(40, ATTACK, ATTACK),
                new TraceEvent.Noted(41, ATTACK));
    }
}
