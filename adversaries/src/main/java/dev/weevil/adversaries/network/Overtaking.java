package dev.weevil.adversaries.network;

import dev.weevil.adversaries.script.Conduct;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The messages that are held back in one run, and how many have still to pass each. */
final class Overtaking implements Conduct {

    /** No more are held at once: the others pass. */
    private static final int MOST_HELD = 1024;

    private static final class Held {
        private final Envelope envelope;
        private int toPass;

        Held(Envelope envelope, int toPass) {
            this.envelope = envelope;
            this.toPass = toPass;
        }

        boolean overtakenBy(Envelope later) {
            if (later.from().equals(envelope.from()) && later.to().equals(envelope.to())) {
                toPass--;
            }
            return toPass <= 0;
        }
    }

    private final Hand hand;
    private final double share;
    private final int overtakers;
    private final Duration patience;
    private final Map<Long, Held> held = new TreeMap<>();
    private long tickets;

    Overtaking(Hand hand, double share, int overtakers, Duration patience) {
        this.hand = hand;
        this.share = share;
        this.overtakers = overtakers;
        this.patience = patience;
    }

    @Override
    public List<Act> on(Envelope envelope, long nanos) {
        boolean chosen = hand.draw(envelope).named("hold").unit() < share;
        if (chosen && held.size() < MOST_HELD) {
            return hold(envelope);
        }
        List<Act> acts = new ArrayList<>();
        acts.add(hand.pass(envelope));
        Iterator<Held> waiting = held.values().iterator();
        while (waiting.hasNext()) {
            Held next = waiting.next();
            if (next.overtakenBy(envelope)) {
                waiting.remove();
                acts.add(hand.release(next.envelope));
            }
        }
        return acts;
    }

    private List<Act> hold(Envelope envelope) {
        int toPass = 1 + (int) hand.draw(envelope).named("overtakers").below(overtakers);
        long ticket = tickets++;
        held.put(ticket, new Held(envelope, toPass));
        return List.of(hand.hold(envelope), hand.wake(patience, Long.toString(ticket)));
    }

    @Override
    public List<Act> woken(String token, long nanos) {
        Held overdue = held.remove(Long.parseLong(token));
        return overdue == null ? List.of() : List.of(hand.release(overdue.envelope));
    }

    @Override
    public List<Act> ended(long nanos) {
        List<Act> acts = new ArrayList<>();
        held.values().forEach(each -> acts.add(hand.release(each.envelope)));
        held.clear();
        return acts;
    }
}
