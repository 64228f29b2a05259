package dev.weevil.engine.live;

import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.live.mailbox.Mailbox;
import dev.weevil.engine.live.proxy.Lane;
import dev.weevil.engine.live.proxy.Proxy;
import dev.weevil.engine.live.proxy.Watch;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.PlannedPowers;
import dev.weevil.engine.trace.TraceEvent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Shows the adversary what happens, and does to the network what it decides. On the run's thread. */
final class Director implements Watch {

    /** Performs disturbances. */
    interface Disturber {
        void disturb(String rule, Disturbance disturbance);
    }

    /** An envelope and the lane it entered; empty where the adversary made it up. */
    private static final class Flight {
        private final Optional<Lane> lane;
        private final Frame original;
        private boolean decided;

        Flight(Optional<Lane> lane, Frame original) {
            this.lane = lane;
            this.original = original;
        }
    }

    /** Envelopes that may still be released or repeated; older ones are taken as they are then. */
    private static final int REMEMBERED = 65_536;

    private final Ledger ledger;
    private final Mailbox mailbox;
    private final Proxy proxy;
    private final Disturber disturber;
    private final Refusals refusals;
    private final PlannedPowers powers;
    private final Adversary adversary;
    private final LinkRules rules;
    private final Occurrences occurrences = new Occurrences();
    private final Map<Long, Flight> flights = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Flight> eldest) {
            return size() > REMEMBERED;
        }
    };
    private boolean over;

    Director(
            Plan plan,
            Keys keys,
            Ledger ledger,
            Mailbox mailbox,
            Proxy proxy,
            Refusals refusals,
            Disturber disturber) {
        this.ledger = ledger;
        this.mailbox = mailbox;
        this.proxy = proxy;
        this.disturber = disturber;
        this.refusals = refusals;
        this.powers = new PlannedPowers(plan, keys);
        this.adversary = plan.attack().begin(powers);
        this.rules = new LinkRules(plan);
    }

    /** Shows the adversary something that is no envelope. */
    void show(LongFunction<Observation> observation) {
        if (!over) {
            perform(adversary.on(observation.apply(ledger.clock().nanos())));
        }
    }

    /** The adversary sees and does nothing more; connections that close are still recorded. */
    void end() {
        over = true;
    }

    @Override
    public void passing(Lane lane, Piece piece, Runnable done) {
        mailbox.post(() -> decide(lane, piece, done));
    }

    @Override
    public void changed(Endpoint from, Endpoint to, boolean open, long bytes) {
        mailbox.post(() -> {
            ledger.record(nanos -> new TraceEvent.LinkChanged(nanos, from, to, open, bytes));
            show(nanos -> open
                    ? new Observation.LinkOpened(nanos, from, to)
                    : new Observation.LinkClosed(nanos, from, to));
        });
    }

    @Override
    public void refused(String where, String reason) {
        mailbox.post(() -> refusals.count(where, 1, reason));
    }

    @Override
    public void inOrder(Runnable task) {
        mailbox.post(() -> {
            if (!over) {
                task.run();
            }
        });
    }

    private void decide(Lane lane, Piece piece, Runnable done) {
        if (over) {
            // Its sender is being closed as well.
            return;
        }
        Frame frame = lane.format()
                .map(format -> Frame.of(piece.content(), format))
                .orElseGet(() -> Frame.opaque(piece.content()));
        Envelope envelope = new Envelope(
                powers.nextEnvelope(),
                lane.from(),
                lane.to(),
                occurrences.count(lane.from(), lane.to(), frame.label()),
                frame);
        Flight flight = new Flight(Optional.of(lane), frame);
        flights.put(envelope.id(), flight);
        lane.enter(envelope.id(), done);
        ledger.record(nanos -> new TraceEvent.Sent(nanos, envelope, cause(piece, envelope)));
        show(nanos -> new Observation.Sent(nanos, envelope));
        if (!flight.decided) {
            lane.lose(envelope.id());
        }
    }

    /** A tag is its sender's word: one that cannot be true explains nothing. */
    private static long cause(Piece piece, Envelope envelope) {
        return piece.tag() > 0 && piece.tag() < envelope.id() ? piece.tag() : 0;
    }

    private void perform(List<Act> acts) {
        for (Act act : acts) {
            if (act instanceof Act.Deliver deliver) {
                deliver(deliver);
            } else if (act instanceof Act.Drop drop) {
                drop(drop);
            } else if (act instanceof Act.Hold hold) {
                hold(hold);
            } else if (act instanceof Act.Disturb disturb) {
                disturber.disturb(disturb.rule(), disturb.disturbance());
            } else if (act instanceof Act.WakeMe wake) {
                mailbox.after(
                        wake.after().toNanos(),
                        () -> show(nanos -> new Observation.Woken(nanos, wake.token())));
            }
        }
    }

    private void deliver(Act.Deliver deliver) {
        Envelope envelope = deliver.envelope();
        Flight flight = flightOf(envelope);
        if (deliver.touches().stream().anyMatch(touch -> touch.kind() == Touch.Kind.INJECTED)) {
            ledger.record(nanos -> new TraceEvent.Sent(nanos, envelope, 0));
        }
        rules.objection(envelope, deliver.touches()).ifPresent(ledger::note);
        flight.decided = true;
        if (deliver.delay().isZero()) {
            arrive(deliver, flight);
        } else {
            mailbox.after(deliver.delay().toNanos(), () -> arrive(deliver, flight));
        }
    }

    private void arrive(Act.Deliver deliver, Flight flight) {
        Envelope envelope = deliver.envelope();
        Optional<Lane> lane = flight.lane
                .filter(own -> own.from().equals(envelope.from()) && own.to().equals(envelope.to()))
                .or(() -> proxy.lane(envelope.from(), envelope.to()));
        if (lane.isEmpty()) {
            refusals.count(
                    "proxy " + envelope.from() + "->" + envelope.to(),
                    1,
                    "m" + envelope.id() + ": there is no connection to send it on");
            return;
        }
        Optional<Frame> altered = envelope.frame() == flight.original
                ? Optional.empty()
                : Optional.of(envelope.frame());
        ledger.record(nanos -> new TraceEvent.Delivered(
                nanos, envelope.id(), envelope.to(), deliver.touches(), altered));
        lane.get().deliver(envelope.id(), envelope.frame().bytes());
    }

    private void drop(Act.Drop drop) {
        Envelope envelope = drop.envelope();
        Flight flight = flightOf(envelope);
        rules.objection(envelope, drop.touches()).ifPresent(ledger::note);
        ledger.record(nanos -> new TraceEvent.Dropped(nanos, envelope.id(), drop.touches()));
        flight.decided = true;
        flight.lane.ifPresent(lane -> lane.lose(envelope.id()));
    }

    private void hold(Act.Hold hold) {
        Envelope envelope = hold.envelope();
        Flight flight = flightOf(envelope);
        ledger.record(nanos -> new TraceEvent.Held(nanos, envelope.id(), hold.touches()));
        flight.decided = true;
        flight.lane.ifPresent(lane -> lane.hold(envelope.id()));
    }

    private Flight flightOf(Envelope envelope) {
        return flights.computeIfAbsent(
                envelope.id(), id -> new Flight(Optional.empty(), envelope.frame()));
    }
}
