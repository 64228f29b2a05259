package dev.weevil.adversaries.network;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.Wording;

import java.time.Duration;

/** Messages that are overtaken by later ones of their link. */
public final class Reordering {

    private static final int OVERTAKERS = 3;
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private Reordering() {}

    /**
     * Holds a share of all messages back until one to three later ones have passed, 50 ms at most.
     */
    public static Rule of(double share) {
        return of(share, OVERTAKERS, PATIENCE);
    }

    /**
     * Holds a share of all messages back until later ones of the same link have passed.
     *
     * @param share in 0..1
     * @param overtakers how many pass at most; how many it is for a message is its own draw
     * @param patience a held message is released after this time, however many have passed
     */
    public static Rule of(double share, int overtakers, Duration patience) {
        if (!(share >= 0 && share <= 1) || overtakers < 1 || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "expected a share in 0..1, overtakers >= 1 and a patience >= 0, found " + share
                            + ", " + overtakers + " and " + patience);
        }
        // Not by Rule.sometimes: those that are not chosen have to be seen, since they overtake.
        Behaviour reordering = hand -> new Overtaking(hand, share, overtakers, patience);
        String words = "holds back, until up to " + overtakers + " others have passed or "
                + Wording.of(patience) + ", " + Wording.share(share) + " of messages";
        return Rule.of("reordering", words, Scope.all(), reordering);
    }
}
