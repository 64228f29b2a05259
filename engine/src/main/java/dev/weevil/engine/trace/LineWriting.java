package dev.weevil.engine.trace;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.Timer;

import tools.jackson.core.JsonGenerator;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes the header and the events, each as one JSON object. {@link LineReading} reads them. */
final class LineWriting {

    private final JsonGenerator out;

    LineWriting(JsonGenerator out) {
        this.out = out;
    }

    void header(TraceHeader header) {
        out.writeStartObject();
        out.writeNumberProperty("trace", TraceHeader.VERSION);
        text("system", header.system());
        text("scenario", header.scenario());
        text("mode", header.mode());
        number("seed", header.seed());
        Membership members = header.membership();
        number("replicas", members.replicas());
        number("faults", members.faults());
        number("clients", members.clients());
        texts("corrupted", header.corrupted());
        texts("settings", header.settings().values());
        texts("attack", header.attack());
        texts("rules", header.rules());
        out.writeEndObject();
    }

    void event(TraceEvent event) {
        out.writeStartObject();
        text("e", EventKind.of(event).word());
        number("t", event.nanos());
        parts(event);
        out.writeEndObject();
    }

    private void parts(TraceEvent event) {
        if (event instanceof TraceEvent.Sent e) sent(e);
        else if (event instanceof TraceEvent.Delivered e) delivered(e);
        else if (event instanceof TraceEvent.Dropped e) touched(e.envelope(), e.touches());
        else if (event instanceof TraceEvent.Held e) touched(e.envelope(), e.touches());
        else if (event instanceof TraceEvent.TimerFired e) timerFired(e);
        else if (event instanceof TraceEvent.Observed e) observed(e);
        else if (event instanceof TraceEvent.Invoked e) invocation(e.client(), e.invocation());
        else if (event instanceof TraceEvent.Completed e) completed(e);
        else if (event instanceof TraceEvent.Disturbed e) disturbed(e);
        else if (event instanceof TraceEvent.LinkChanged e) linkChanged(e);
        else if (event instanceof TraceEvent.ProcessChanged e) processChanged(e);
        else if (event instanceof TraceEvent.Refused e) refused(e);
        else if (event instanceof TraceEvent.Noted e) text("text", e.text());
        else throw new AssertionError("no line for " + event.getClass().getSimpleName());
    }

    private void sent(TraceEvent.Sent e) {
        Envelope envelope = e.envelope();
        number("id", envelope.id());
        text("from", envelope.from());
        text("to", envelope.to());
        Label label = envelope.label();
        text("type", label.type());
        number("view", label.view());
        number("sequence", label.sequence());
        unlessZero("occurrence", label.occurrence());
        frame("frame", envelope.frame());
        unlessZero("cause", e.cause());
    }

    private void delivered(TraceEvent.Delivered e) {
        text("to", e.to());
        touched(e.envelope(), e.touches());
        e.altered().ifPresent(frame -> frame("altered", frame));
    }

    private void touched(long envelope, List<Touch> touches) {
        number("id", envelope);
        if (!touches.isEmpty()) {
            out.writeName("touches");
            out.writeStartArray();
            for (Touch touch : touches) {
                out.writeString(touch.rule());
                out.writeString(touch.kind().name());
            }
            out.writeEndArray();
        }
    }

    private void timerFired(TraceEvent.TimerFired e) {
        text("node", e.node());
        Timer timer = e.timer();
        text("timer", timer.name());
        unlessZero("key", timer.key());
    }

    private void observed(TraceEvent.Observed e) {
        text("node", e.node());
        Fact fact = e.fact();
        text("fact", fact.name());
        number("view", fact.view());
        number("sequence", fact.sequence());
        if (!fact.digest().equals(Digest.ZERO)) {
            text("digest", fact.digest());
        }
        unlessEmpty("detail", fact.detail());
    }

    private void invocation(Object client, Invocation invocation) {
        text("client", client);
        number("id", invocation.id());
        text("function", invocation.function());
        invocation.key().ifPresent(key -> value("key", key));
        value("value", invocation.value());
    }

    private void completed(TraceEvent.Completed e) {
        invocation(e.client(), e.invocation());
        text("outcome", e.outcome().type());
        value("result", e.outcome().value());
        unlessEmpty("note", e.outcome().note());
    }

    private void disturbed(TraceEvent.Disturbed e) {
        text("rule", e.rule());
        Disturbance disturbance = e.disturbance();
        if (disturbance instanceof Disturbance.Crash d) target("crash", d.target());
        else if (disturbance instanceof Disturbance.Pause d) target("pause", d.target());
        else if (disturbance instanceof Disturbance.Resume d) target("resume", d.target());
        else if (disturbance instanceof Disturbance.Restart d) {
            target("restart", d.target());
            out.writeBooleanProperty("keepsDisk", d.keepsDisk());
        } else if (disturbance instanceof Disturbance.Skew d) {
            target("skew", d.target());
            number("aheadNanos", d.ahead().toNanos());
        } else if (disturbance instanceof Disturbance.SystemAction d) {
            text("do", "action");
            text("name", d.name());
            texts("parameters", d.parameters());
        } else throw new AssertionError("no line for " + disturbance.getClass().getSimpleName());
    }

    private void target(String action, Object target) {
        text("do", action);
        text("target", target);
    }

    private void linkChanged(TraceEvent.LinkChanged e) {
        text("from", e.from());
        text("to", e.to());
        out.writeBooleanProperty("open", e.open());
        unlessZero("bytes", e.bytes());
    }

    private void processChanged(TraceEvent.ProcessChanged e) {
        text("process", e.process());
        out.writeBooleanProperty("up", e.up());
        unlessEmpty("detail", e.detail());
    }

    private void refused(TraceEvent.Refused e) {
        text("where", e.where());
        text("reason", e.reason());
    }

    private void frame(String name, Frame frame) {
        texts(name, frame.describe());
    }

    private void text(String name, Object value) {
        out.writeStringProperty(name, value.toString());
    }

    private void number(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    private void unlessZero(String name, long value) {
        if (value != 0) {
            number(name, value);
        }
    }

    private void unlessEmpty(String name, String value) {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }

    private void value(String name, Object value) {
        out.writeName(name);
        ValueFormat.write(value, out);
    }

    private void texts(String name, Collection<?> values) {
        out.writeName(name);
        out.writeStartArray();
        values.forEach(value -> out.writeString(value.toString()));
        out.writeEndArray();
    }

    private void texts(String name, Map<String, String> values) {
        out.writeName(name);
        out.writeStartObject();
        values.forEach((key, value) -> out.writeStringProperty(whole(key), value));
        out.writeEndObject();
    }

    /** The name without half surrogate pairs, which JSON parsers take in values only. */
    private static String whole(String name) {
        byte[] wellFormed = name.getBytes(StandardCharsets.UTF_8);
        return new String(wellFormed, StandardCharsets.UTF_8);
    }
}
