package dev.weevil.engine.trace;

import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Label;

import java.util.HexFormat;
import java.util.List;

/**
 * A fingerprint of a run: the same events in the same order give the same digest. Campaigns keep this
 * instead of the trace. 128 bits against accident, not against malice.
 */
public final class TraceDigest implements Recorder {

    private long low = 0x243F6A8885A308D3L;
    private long high = 0x13198A2E03707344L;
    private long events;

    @Override
    public void record(TraceEvent event) {
        events++;
        add(event.nanos());
        add(event.getClass().getSimpleName().hashCode());
        if (event instanceof TraceEvent.Sent sent) {
            add(sent.envelope().id());
            add(31L * sent.envelope().from().hashCode() + sent.envelope().to().hashCode());
            add(sent.envelope().label());
            add(sent.envelope().frame().message().hashCode());
            add(sent.cause());
        } else if (event instanceof TraceEvent.Delivered delivered) {
            add(delivered.envelope());
            add(delivered.to().hashCode());
            add(delivered.touches());
            delivered.altered().ifPresent(frame -> add(frame.message().hashCode()));
        } else if (event instanceof TraceEvent.Observed observed) {
            add(observed.node().hashCode());
            add(observed.fact());
        } else {
            add(event.toString().hashCode());
        }
    }

    private void add(Label label) {
        add(label.type().hashCode());
        add(label.view());
        add(label.sequence());
        add(label.occurrence());
    }

    private void add(List<Touch> touches) {
        for (Touch touch : touches) {
            add(touch.rule().hashCode());
            add(touch.kind().name().hashCode());
        }
    }

    private void add(Fact fact) {
        add(fact.name().hashCode());
        add(fact.view());
        add(fact.sequence());
        add(fact.digest().prefix());
        add(fact.detail().hashCode());
    }

    private void add(long word) {
        low = Long.rotateLeft(low ^ word, 29) * 0xBF58476D1CE4E5B9L + 1;
        high = Long.rotateLeft(high + word, 31) * 0x94D049BB133111EBL + low;
    }

    /** How many events it has taken. */
    public long events() {
        return events;
    }

    /** 32 hexadecimal digits for all events so far. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(low) + hex.toHexDigits(high);
    }
}
