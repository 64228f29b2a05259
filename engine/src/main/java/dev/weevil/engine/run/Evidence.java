package dev.weevil.engine.run;

import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.NodeId;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stands behind an answer.
 *
 * @param faults f, how many replicas may be faulty
 * @param corrupted the nodes the adversary owned
 * @param vacuous a run with faults none of which changed anything
 * @param operations how many a correct client saw end ok or fail
 * @param altered how many deliveries a rule altered
 * @param bites everything the adversary did that made the run go differently
 */
public record Evidence(
        int faults,
        Set<NodeId> corrupted,
        boolean vacuous,
        int operations,
        int altered,
        int bites) {

    /** Of a run that never began. */
    public static final Evidence NONE = new Evidence(0, Set.of(), false, 0, 0, 0);

    public Evidence {
        corrupted = Collections.unmodifiableSet(new TreeSet<>(corrupted));
    }

    /** What the plan tells before anything has happened. */
    public static Evidence of(Plan plan) {
        return new Evidence(plan.membership().faults(), plan.attack().corrupted(), false, 0, 0, 0);
    }

    public static Evidence of(Plan plan, Judgement judgement) {
        return new Evidence(
                plan.membership().faults(),
                plan.attack().corrupted(),
                judgement.vacuous(),
                judgement.completed(),
                judgement.bites().count(Touch.Kind.ALTERED),
                judgement.bites().total());
    }
}
