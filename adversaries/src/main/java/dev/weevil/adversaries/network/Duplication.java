package dev.weevil.adversaries.network;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.engine.network.Act;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Messages that arrive more than once. */
public final class Duplication {

    /** Copies arrive this much later at most: among the messages that follow. */
    private static final Duration SPREAD = Duration.ofMillis(5);

    private Duplication() {}

    /**
     * Delivers a share of all messages twice.
     *
     * @param share in 0..1
     */
    public static Rule of(double share) {
        return times(2).sometimes(share);
    }

    /** Delivers every message of its scope so many times. */
    public static Rule times(int deliveries) {
        if (deliveries < 2) {
            throw new IllegalArgumentException(
                    "expected at least 2 deliveries, found " + deliveries);
        }
        Behaviour duplicating = Behaviour.each((envelope, hand) -> {
            List<Act> acts = new ArrayList<>();
            acts.add(hand.pass(envelope));
            for (int copy = 1; copy < deliveries; copy++) {
                long later = hand.draw(envelope).named("copy").and(copy).below(SPREAD.toNanos());
                acts.add(hand.copy(envelope, Duration.ofNanos(later)));
            }
            return acts;
        });
        return Rule.of(
                "duplication",
                "delivers " + deliveries + " times messages",
                Scope.all(),
                duplicating);
    }
}
