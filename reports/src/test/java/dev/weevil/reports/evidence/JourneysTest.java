package dev.weevil.reports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.reports.SyntheticRun;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every envelope has an end, and a duplicated one has several. */
class JourneysTest {

    private static final Endpoint R0 = Endpoint.of(NodeId.replica(0));
    private static final Endpoint R1 = Endpoint.of(NodeId.replica(1));
    private static final Envelope ENVELOPE = new Envelope(
            7, R0, R1, new Label("Vote", 0, 1, 0), Frame.remembered(Map.of("choice", "A")));
    private static final TraceEvent SENT = new TraceEvent.Sent(10, ENVELOPE, 0);

    private static List<Journey> journeys(TraceEvent... events) {
        return Journeys.of(new Trace(SyntheticRun.honest(1).header(), List.of(events)));
    }

    private static TraceEvent delivered(long nanos, Touch... touches) {
        return new TraceEvent.Delivered(nanos, 7, R1, List.of(touches), Optional.empty());
    }

    @Test
    void aCopyIsAJourneyOfItsOwn() {
        List<Journey> both = journeys(SENT, delivered(20), delivered(30));

        assertThat(both).extracting(Journey::endNanos).containsExactly(20L, 30L);
    }

    @Test
    void aReleasedEnvelopeRemembersThatItWasHeld() {
        Touch hold = new Touch("keep", Touch.Kind.HELD);
        Touch release = new Touch("keep", Touch.Kind.RELEASED);
        TraceEvent held = new TraceEvent.Held(11, 7, List.of(hold));

        assertThat(journeys(SENT, held, delivered(50, release)).get(0).touches())
                .containsExactly(hold, release);
        assertThat(journeys(SENT, held).get(0).fate()).isEqualTo(Journey.Fate.HELD);
    }

    @Test
    void whatNeverArrivedIsUnderWay() {
        assertThat(journeys(SENT).get(0).fate()).isEqualTo(Journey.Fate.UNDER_WAY);
    }

    @Test
    void anArrivalWithoutASendingIsPassedOver() {
        assertThat(journeys(delivered(20))).isEmpty();
    }

    @Test
    void alterationsAreToldFieldByField() {
        Frame lie = Frame.remembered(Map.of("choice", "B", "more", "1"));
        TraceEvent altered = new TraceEvent.Delivered(20, 7, R1, List.of(), Optional.of(lie));

        assertThat(journeys(SENT, altered).get(0).alterations())
                .containsExactly(Map.entry("choice", "A → B"), Map.entry("more", "nothing → 1"));
    }
}
