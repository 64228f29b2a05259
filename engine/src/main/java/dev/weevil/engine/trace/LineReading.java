package dev.weevil.engine.trace;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Timer;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads what {@link LineWriting} writes; every complaint is an {@link IllegalArgumentException} that
 * says what was expected and found.
 */
final class LineReading {

    private final Fields in;

    private LineReading(String line) {
        in = Fields.parse(line);
    }

    static TraceHeader header(String line) {
        LineReading reading = new LineReading(line);
        TraceHeader header = reading.header();
        reading.in.end();
        return header;
    }

    static TraceEvent event(String line) {
        LineReading reading = new LineReading(line);
        TraceEvent event = reading.event();
        reading.in.end();
        return event;
    }

    private TraceHeader header() {
        if (!in.has("trace")) {
            throw new IllegalArgumentException("expected the header of a trace, {\"trace\":"
                    + TraceHeader.VERSION + ",...}, found no field 'trace'");
        }
        long version = in.number("trace");
        if (version != TraceHeader.VERSION) {
            throw new IllegalArgumentException("expected a trace of version " + TraceHeader.VERSION
                    + ", found version " + version);
        }
        return new TraceHeader(
                in.text("system"),
                in.text("scenario"),
                in.text("mode"),
                in.number("seed"),
                new Membership(in.small("replicas"), in.small("faults"), in.small("clients")),
                corrupted(),
                Settings.of(in.textsByName("settings")),
                in.texts("attack"),
                in.texts("rules"));
    }

    private Set<NodeId> corrupted() {
        return in.texts("corrupted").stream().map(NodeId::parse).collect(Collectors.toSet());
    }

    private TraceEvent event() {
        EventKind kind = in.parsed("e", EventKind::named);
        long nanos = in.number("t");
        return switch (kind) {
            case SENT -> new TraceEvent.Sent(nanos, envelope(), in.numberOrZero("cause"));
            case DELIVERED ->
                new TraceEvent.Delivered(
                        nanos, in.number("id"), in.endpoint("to"), touches(), altered());
            case DROPPED -> new TraceEvent.Dropped(nanos, in.number("id"), touches());
            case HELD -> new TraceEvent.Held(nanos, in.number("id"), touches());
            case TIMER_FIRED -> new TraceEvent.TimerFired(nanos, in.endpoint("node"), timer());
            case OBSERVED -> new TraceEvent.Observed(nanos, in.endpoint("node"), fact());
            case INVOKED -> new TraceEvent.Invoked(nanos, in.node("client"), invocation());
            case COMPLETED ->
                new TraceEvent.Completed(nanos, in.node("client"), invocation(), outcome());
            case DISTURBED -> new TraceEvent.Disturbed(nanos, in.text("rule"), disturbance());
            case LINK_CHANGED ->
                new TraceEvent.LinkChanged(
                        nanos,
                        in.endpoint("from"),
                        in.endpoint("to"),
                        in.truth("open"),
                        in.numberOrZero("bytes"));
            case PROCESS_CHANGED ->
                new TraceEvent.ProcessChanged(
                        nanos, in.endpoint("process"), in.truth("up"), in.textOrEmpty("detail"));
            case REFUSED -> new TraceEvent.Refused(nanos, in.text("where"), in.text("reason"));
            case NOTED -> new TraceEvent.Noted(nanos, in.text("text"));
        };
    }

    private Envelope envelope() {
        return new Envelope(
                in.number("id"), in.endpoint("from"), in.endpoint("to"), label(), frame("frame"));
    }

    private Label label() {
        return new Label(
                in.text("type"), in.number("view"), in.number("sequence"), in.small("occurrence"));
    }

    private Frame frame(String name) {
        return Frame.remembered(in.textsByName(name));
    }

    private Optional<Frame> altered() {
        return in.has("altered") ? Optional.of(frame("altered")) : Optional.empty();
    }

    private List<Touch> touches() {
        if (!in.has("touches")) {
            return List.of();
        }
        List<String> words = in.texts("touches");
        if (words.size() % 2 != 0) {
            throw new IllegalArgumentException(
                    "field 'touches': expected pairs of rule and kind, found " + words.size()
                            + " texts");
        }
        List<Touch> touches = new ArrayList<>();
        for (int i = 0; i < words.size(); i += 2) {
            touches.add(new Touch(words.get(i), Touch.Kind.valueOf(words.get(i + 1))));
        }
        return List.copyOf(touches);
    }

    private Timer timer() {
        return new Timer(in.text("timer"), in.numberOrZero("key"));
    }

    private Fact fact() {
        return new Fact(
                in.text("fact"),
                in.number("view"),
                in.number("sequence"),
                in.has("digest") ? in.parsed("digest", LineReading::digest) : Digest.ZERO,
                in.textOrEmpty("detail"));
    }

    private static Digest digest(String hex) {
        return Digest.from(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }

    private Invocation invocation() {
        return new Invocation(
                in.number("id"),
                in.text("function"),
                in.has("key") ? Optional.ofNullable(in.value("key")) : Optional.empty(),
                in.value("value"));
    }

    private Outcome outcome() {
        return new Outcome(
                in.parsed("outcome", HistoryEvent.Type::valueOf),
                in.value("result"),
                in.textOrEmpty("note"));
    }

    private Disturbance disturbance() {
        String action = in.text("do");
        return switch (action) {
            case "crash" -> new Disturbance.Crash(in.endpoint("target"));
            case "pause" -> new Disturbance.Pause(in.endpoint("target"));
            case "resume" -> new Disturbance.Resume(in.endpoint("target"));
            case "restart" -> new Disturbance.Restart(in.endpoint("target"), in.truth("keepsDisk"));
            case "skew" ->
                new Disturbance.Skew(
                        in.endpoint("target"), Duration.ofNanos(in.number("aheadNanos")));
            case "action" ->
                new Disturbance.SystemAction(
                        in.text("name"), new TreeMap<>(in.textsByName("parameters")));
            default ->
                throw new IllegalArgumentException(
                        "field 'do': expected a disturbance such as crash, found '" + action + "'");
        };
    }
}
