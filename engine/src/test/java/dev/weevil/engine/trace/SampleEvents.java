package dev.weevil.engine.trace;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
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
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A header, and events of every kind with the values that are hardest to write down. */
final class SampleEvents {

    static final String HARD = "</script>\u202e\u0000\n\r\t\"\\ é 🐞 " + '\ud800';
    static final String HARD_NAME = "</script>\u202e\u0000\n\"\\ 🐞";
    static final TraceHeader HEADER = new TraceHeader(
            "zyzzyva",
            "colluding-pair",
            "simulated",
            -7,
            Membership.byzantine(1, 3),
            Set.of(NodeId.replica(2), NodeId.client(0)),
            Settings.NONE.with("auth", "mac").with("hard", HARD),
            List.of("r2 lies.", HARD),
            List.of("lie", HARD));

    private static final Endpoint R0 = Endpoint.of(NodeId.replica(0));
    private static final Endpoint TWIN = new Endpoint(NodeId.replica(3), 1);
    private static final NodeId C1 = NodeId.client(1);
    private static final List<Touch> TOUCHES = Arrays.stream(Touch.Kind.values())
            .map(kind -> new Touch(HARD, kind))
            .toList();

    private SampleEvents() {}

    static Trace trace() {
        return new Trace(HEADER, all());
    }

    static List<TraceEvent> all() {
        List<TraceEvent> all = new ArrayList<>();
        all.addAll(messages());
        all.addAll(operations());
        all.addAll(nodes());
        for (Disturbance disturbance : disturbances()) {
            all.add(new TraceEvent.Disturbed(77, "chaos", disturbance));
        }
        return all;
    }

    private static List<TraceEvent> messages() {
        Label label = new Label("OrderRequest", 2, 118, 3);
        Envelope envelope = new Envelope(118, R0, TWIN, label, Frame.remembered(fields()));
        Frame altered = Frame.remembered(Map.of("digest", "beef"));
        return List.of(
                new TraceEvent.Sent(0, envelope, 0),
                new TraceEvent.Sent(Long.MAX_VALUE, envelope, Long.MIN_VALUE),
                new TraceEvent.Delivered(5, 118, TWIN, TOUCHES, Optional.of(altered)),
                new TraceEvent.Delivered(5, 118, TWIN, List.of(), Optional.empty()),
                new TraceEvent.Dropped(6, 118, TOUCHES),
                new TraceEvent.Held(7, 118, TOUCHES));
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("z", "order of fields is kept");
        fields.put("a", HARD);
        fields.put(HARD_NAME, "");
        return fields;
    }

    private static List<TraceEvent> operations() {
        List<TraceEvent> all = new ArrayList<>();
        for (Object value : values()) {
            Invocation invocation = new Invocation(9, "cas", Optional.ofNullable(value), value);
            all.add(new TraceEvent.Invoked(10, C1, invocation));
            for (Outcome outcome :
                    List.of(Outcome.ok(value), Outcome.fail(value, HARD), Outcome.info(null, ""))) {
                all.add(new TraceEvent.Completed(11, C1, invocation, outcome));
            }
        }
        return all;
    }

    static List<Object> values() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(5L, Arrays.asList(null, List.of(Map.of("big", "5"))));
        map.put(List.of("a"), HARD);
        return Arrays.asList(
                null,
                true,
                Long.MIN_VALUE,
                BigInteger.ONE.shiftLeft(200),
                BigInteger.TWO,
                1.0,
                -0.1,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                HARD,
                List.of(),
                Arrays.asList("old", null),
                Map.of(),
                map);
    }

    private static List<TraceEvent> nodes() {
        Digest digest = Digest.of(Payload.utf8("a request"));
        return List.of(
                new TraceEvent.TimerFired(20, TWIN, Timer.named("T_COMMIT")),
                new TraceEvent.TimerFired(20, TWIN, new Timer(HARD, -3)),
                new TraceEvent.Observed(21, R0, new Fact(Fact.DECIDED, 1, 2, digest, HARD)),
                new TraceEvent.Observed(22, R0, Fact.of(Fact.REFUSED, 0, 0, "")),
                new TraceEvent.LinkChanged(23, R0, TWIN, true, 0),
                new TraceEvent.LinkChanged(24, R0, TWIN, false, 12_345),
                new TraceEvent.ProcessChanged(25, R0, true, ""),
                new TraceEvent.ProcessChanged(26, R0, false, HARD),
                new TraceEvent.Refused(27, "link c0->r1", HARD),
                new TraceEvent.Noted(28, HARD));
    }

    private static List<Disturbance> disturbances() {
        return Stream.<Disturbance>of(
                        new Disturbance.Crash(R0),
                        new Disturbance.Restart(R0, true),
                        new Disturbance.Restart(TWIN, false),
                        new Disturbance.Pause(R0),
                        new Disturbance.Resume(R0),
                        new Disturbance.Skew(R0, Duration.ofSeconds(-3, 7)),
                        new Disturbance.SystemAction(
                                "promote", new TreeMap<>(Map.of("who", "r1", "a", HARD))))
                .toList();
    }
}
