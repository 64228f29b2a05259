package dev.weevil.adversaries.network;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;

import java.util.List;

/** Messages that never arrive. */
public final class Loss {

    private Loss() {}

    /**
     * Loses a share of all messages, each by its own draw.
     *
     * @param share in 0..1
     */
    public static Rule of(double share) {
        return all().sometimes(share);
    }

    /** Loses every message of its scope. */
    public static Rule all() {
        Behaviour losing = Behaviour.each((envelope, hand) -> List.of(hand.drop(envelope)));
        return Rule.of("loss", "drops messages", Scope.all(), losing);
    }
}
