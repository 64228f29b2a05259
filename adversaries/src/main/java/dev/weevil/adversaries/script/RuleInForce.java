package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A rule in one run: shows its conduct what the limits let through, while it is in force. */
final class RuleInForce implements Adversary {

    /** The token of the wake-ups that only look at the time; no conduct can use it by accident. */
    private static final String ALARM = "\u0000alarm";

    private final Rule.Limits limits;
    private final Hand hand;
    private final Conduct conduct;
    private final Predicate<Observation> begins;
    private final Predicate<Observation> ends;
    private boolean ended;

    RuleInForce(Rule.Limits limits, Hand hand, Conduct conduct) {
        this.limits = limits;
        this.hand = hand;
        this.conduct = conduct;
        this.begins = limits.from().map(When::watch).orElse(observation -> true);
        this.ends = limits.until().map(When::watch).orElse(observation -> false);
    }

    @Override
    public List<Act> on(Observation observation) {
        List<Act> acts = new ArrayList<>();
        if (observation instanceof Observation.Begun) {
            limits.from().flatMap(When::alarm).ifPresent(time -> acts.add(alarm(time)));
            limits.until().flatMap(When::alarm).ifPresent(time -> acts.add(alarm(time)));
        }
        // Both watches see everything: a moment may be counted in observations.
        boolean begun = begins.test(observation);
        boolean over = ends.test(observation);
        if (over && !ended) {
            ended = true;
            acts.addAll(conduct.ended(observation.nanos()));
        }
        acts.addAll(shown(observation, begun && !over));
        return acts;
    }

    private List<Act> shown(Observation observation, boolean inForce) {
        if (observation instanceof Observation.Sent sent) {
            return onSent(sent.envelope(), sent.nanos(), inForce);
        }
        if (observation instanceof Observation.Woken woken) {
            return woken.token().equals(ALARM)
                    ? List.of()
                    : conduct.woken(woken.token(), woken.nanos());
        }
        return conduct.noticed(observation);
    }

    private List<Act> onSent(Envelope envelope, long nanos, boolean inForce) {
        if (!inForce || !limits.scope().covers(envelope)) {
            return List.of(new Act.Deliver(envelope, Duration.ZERO, List.of()));
        }
        if (limits.share() < 1 && hand.draw(envelope).named("share").unit() >= limits.share()) {
            return List.of(hand.pass(envelope));
        }
        return conduct.on(envelope, nanos);
    }

    private static Act alarm(Duration time) {
        return new Act.WakeMe(time, ALARM);
    }
}
