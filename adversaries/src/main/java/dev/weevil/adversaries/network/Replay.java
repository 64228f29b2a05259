package dev.weevil.adversaries.network;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.Wording;

import java.time.Duration;
import java.util.List;

/** Messages that come again, bit by bit, when everybody has gone on. */
public final class Replay {

    private Replay() {}

    /**
     * Sends a share of all messages again after this time.
     *
     * @param share in 0..1
     */
    public static Rule of(double share, Duration after) {
        return all(after).sometimes(share);
    }

    /** Sends every message of its scope again after this time. */
    public static Rule all(Duration after) {
        Behaviour replaying = Behaviour.each((envelope, hand) -> List.of(
                hand.pass(envelope),
                hand.inject(envelope.from(), envelope.to(), envelope.frame(), after)));
        return Rule.of(
                "replay",
                "replays " + Wording.of(after) + " later messages",
                Scope.all(),
                replaying);
    }
}
