package dev.weevil.engine.simulation;

import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.PlannedPowers;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.wire.MessageFormat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries messages as the adversary lets it. */
final class SimulatedNetwork {

    /** Where messages and disturbances end up. */
    interface Receiver {
        void record(TraceEvent event);

        void arrive(Endpoint to, Endpoint from, Parcel parcel);

        void disturb(String rule, Disturbance disturbance);
    }

    /** A message that has arrived, and the envelope it came in. */
    record Parcel(Message message, long envelope) {}

    /** Where a label stands on its link. */
    private record Place(Endpoint from, Endpoint to, String type, long view, long sequence) {}

    private final MessageFormat format;
    private final Latency latency;
    private final Timeline timeline;
    private final Receiver receiver;
    private final Attack attack;
    private final PlannedPowers powers;
    private final Adversary adversary;
    private final Seed travel;
    private final Map<Place, Integer> occurrences = new HashMap<>();
    private final Map<Long, Frame> held = new HashMap<>();

    SimulatedNetwork(
            Plan plan,
            Keys keys,
            MessageFormat format,
            Latency latency,
            Timeline timeline,
            Receiver receiver) {
        this.format = format;
        this.latency = latency;
        this.timeline = timeline;
        this.receiver = receiver;
        this.attack = plan.attack();
        this.powers = new PlannedPowers(plan, keys);
        this.adversary = attack.begin(powers);
        this.travel = plan.seed().named("latency");
    }

    void send(Endpoint from, Endpoint to, Message message, long cause) {
        Frame frame = Frame.of(message, format);
        Envelope envelope =
                new Envelope(powers.nextEnvelope(), from, to, labelOf(from, to, frame), frame);
        receiver.record(new TraceEvent.Sent(timeline.now(), envelope, cause));
        if (from.equals(to)) {
            // What a node tells itself never leaves it.
            travel(envelope, 0, List.of(), envelope.frame());
        } else if (attack.touches(from.node(), to.node())) {
            perform(adversary.on(new Observation.Sent(timeline.now(), envelope)), envelope);
        } else {
            travel(envelope, nanos(envelope), List.of(), envelope.frame());
        }
    }

    /** Shows the adversary something that is no envelope. */
    void show(Observation observation) {
        perform(adversary.on(observation), null);
    }

    private Label labelOf(Endpoint from, Endpoint to, Frame frame) {
        Label label = frame.label();
        Place place = new Place(from, to, label.type(), label.view(), label.sequence());
        int before = occurrences.merge(place, 1, Integer::sum) - 1;
        return before == 0 ? label : label.occurring(before);
    }

    /**
     * Performs the acts.
     *
     * @param shown the envelope they answer, whose frame tells what was altered; null where none
     */
    private void perform(List<Act> acts, Envelope shown) {
        for (Act act : acts) {
            if (act instanceof Act.Deliver deliver) {
                deliver(deliver, shown);
            } else if (act instanceof Act.Drop drop) {
                receiver.record(new TraceEvent.Dropped(
                        timeline.now(), drop.envelope().id(), drop.touches()));
            } else if (act instanceof Act.Hold hold) {
                receiver.record(
                        new TraceEvent.Held(timeline.now(), hold.envelope().id(), hold.touches()));
                held.put(hold.envelope().id(), originalOf(hold.envelope(), shown));
            } else if (act instanceof Act.Disturb disturb) {
                receiver.disturb(disturb.rule(), disturb.disturbance());
            } else if (act instanceof Act.WakeMe wake) {
                timeline.after(
                        wake.after().toNanos(),
                        () -> show(new Observation.Woken(timeline.now(), wake.token())));
            }
        }
    }

    private void deliver(Act.Deliver deliver, Envelope shown) {
        Envelope envelope = deliver.envelope();
        if (has(deliver, Touch.Kind.INJECTED)) {
            receiver.record(new TraceEvent.Sent(timeline.now(), envelope, 0));
        }
        Frame original = originalOf(envelope, shown);
        long delay = nanos(envelope) + deliver.delay().toNanos();
        travel(envelope, delay, deliver.touches(), original);
    }

    /** What was sent under the envelope's number, to tell whether what arrives was altered. */
    private Frame originalOf(Envelope envelope, Envelope shown) {
        if (shown != null && shown.id() == envelope.id()) {
            return shown.frame();
        }
        return held.getOrDefault(envelope.id(), envelope.frame());
    }

    private static boolean has(Act.Deliver deliver, Touch.Kind kind) {
        for (Touch touch : deliver.touches()) {
            if (touch.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    private void travel(Envelope envelope, long delayNanos, List<Touch> touches, Frame original) {
        Optional<Frame> altered =
                envelope.frame() == original ? Optional.empty() : Optional.of(envelope.frame());
        timeline.after(delayNanos, () -> {
            receiver.record(new TraceEvent.Delivered(
                    timeline.now(), envelope.id(), envelope.to(), touches, altered));
            arrive(envelope);
        });
    }

    private void arrive(Envelope envelope) {
        Optional<Message> message = envelope.frame().message();
        if (message.isPresent()) {
            receiver.arrive(
                    envelope.to(), envelope.from(), new Parcel(message.get(), envelope.id()));
        } else {
            receiver.record(new TraceEvent.Refused(
                    timeline.now(),
                    envelope.to().toString(),
                    "m" + envelope.id() + " has no shape"));
        }
    }

    private long nanos(Envelope envelope) {
        Label label = envelope.label();
        return latency.nanos(
                travel.and(envelope.from().hashCode() * 31L + envelope.to().hashCode())
                        .and(label.type().hashCode() + 31L * label.occurrence())
                        .and(label.view() * 1_000_003 + label.sequence()));
    }
}
