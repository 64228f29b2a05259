package dev.weevil.adversaries.network;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.Wording;

import java.time.Duration;
import java.util.List;

/** Messages that take longer. */
public final class Delay {

    private Delay() {}

    /** Delays every message of its scope by this much. */
    public static Rule of(Duration delay) {
        return between(delay, delay);
    }

    /**
     * Delays each message by its own draw between the two: what is sent later may arrive earlier.
     */
    public static Rule between(Duration least, Duration most) {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "expected 0 <= least <= most, found " + least + " and " + most);
        }
        long spread = most.minus(least).toNanos();
        Behaviour delaying = Behaviour.each((envelope, hand) -> {
            long more = spread == 0 ? 0 : hand.draw(envelope).named("delay").below(spread + 1);
            return List.of(hand.delay(envelope, least.plusNanos(more)));
        });
        String range =
                spread == 0 ? Wording.of(least) : Wording.of(least) + " to " + Wording.of(most);
        return Rule.of("delay", "delays by " + range + " messages", Scope.all(), delaying);
    }
}
