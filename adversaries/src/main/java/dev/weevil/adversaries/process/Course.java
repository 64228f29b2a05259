package dev.weevil.adversaries.process;

import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A process fault in one run. Envelopes pass untouched. */
final class Course implements Adversary {

    private static final String ALARM = "alarm";

    private final String rule;
    private final When start;
    private final List<ProcessFault.Step> steps;
    private final Predicate<Observation> started;
    private int next;

    Course(String rule, When start, List<ProcessFault.Step> steps) {
        this.rule = rule;
        this.start = start;
        this.steps = steps;
        this.started = start.watch();
    }

    @Override
    public List<Act> on(Observation observation) {
        List<Act> acts = new ArrayList<>();
        boolean now = started.test(observation);
        if (observation instanceof Observation.Begun) {
            // Nothing runs yet that could be disturbed.
            start.alarm().ifPresent(time -> acts.add(new Act.WakeMe(time, ALARM)));
            return acts;
        }
        if (next == 0 && now) {
            disturb(acts);
        } else if (observation instanceof Observation.Woken woken && isStep(woken.token())) {
            disturb(acts);
        }
        if (observation instanceof Observation.Sent sent) {
            acts.add(new Act.Deliver(sent.envelope(), Duration.ZERO, List.of()));
        }
        return acts;
    }

    private boolean isStep(String token) {
        return token.equals(Integer.toString(next));
    }

    /** Takes the next step, and all that follow it without a pause. */
    private void disturb(List<Act> acts) {
        do {
            acts.add(new Act.Disturb(rule, steps.get(next).disturbance()));
            next++;
        } while (next < steps.size() && steps.get(next).after().isZero());
        if (next < steps.size()) {
            acts.add(new Act.WakeMe(steps.get(next).after(), Integer.toString(next)));
        }
    }
}
