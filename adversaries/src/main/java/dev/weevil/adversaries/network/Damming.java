package dev.weevil.adversaries.network;

import dev.weevil.adversaries.script.Conduct;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;

import java.util.ArrayList;
import java.util.List;

/** Holds everything until the rule ends. */
final class Damming implements Conduct {

    /** What comes above it is dropped, as a full buffer would. */
    private static final int MOST_HELD = 100_000;

    private final Hand hand;
    private final List<Envelope> held = new ArrayList<>();

    Damming(Hand hand) {
        this.hand = hand;
    }

    @Override
    public List<Act> on(Envelope envelope, long nanos) {
        if (held.size() == MOST_HELD) {
            return List.of(hand.drop(envelope));
        }
        held.add(envelope);
        return List.of(hand.hold(envelope));
    }

    @Override
    public List<Act> ended(long nanos) {
        List<Act> acts = held.stream().map(hand::release).toList();
        held.clear();
        return acts;
    }
}
