package dev.weevil.zyzzyva.client;

import dev.weevil.engine.node.Fact;
import dev.weevil.zyzzyva.settings.Optimizations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What past requests taught a client about its replicas: how long to wait for the last answers,
 * whether to wait at all, and whether to have replicas commit first (12.8).
 */
final class Patience {

    /** {@code min} of the three cases, as a part of the configured T_COMMIT. */
    private static final int LEAST_PART = 10;

    /** @param delay T_COMMIT */
    private record Plan(Duration delay, boolean eager, boolean commitFirst) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "T_COMMIT %.3f ms", delay.toNanos() / 1e6)
                    + (eager ? ", eager" : "")
                    + (commitFirst ? ", commit first" : "");
        }
    }

    private final Surroundings all;
    private final Optimizations chosen;
    private final Duration least;
    private final Duration most;
    private Plan plan;

    Patience(Surroundings all) {
        this.all = all;
        this.chosen = all.settings.optimizations();
        Duration start = all.settings.timeouts().commit();
        this.least = start.dividedBy(LEAST_PART);
        this.most = List.of(start, all.settings.timeouts().retransmission()).stream()
                .max(Duration::compareTo)
                .orElseThrow();
        this.plan = new Plan(start, false, false);
    }

    /**
     * T_COMMIT. Where it adapts it runs from the moment that 2f+1 responses match: what is learnt is how
     * far behind these the others are. Departs from C1 there.
     */
    Duration delay() {
        return plan.delay();
    }

    boolean adaptive() {
        return chosen.adaptiveCommit();
    }

    /** Whether 2f+1 matching responses are enough to begin the commit phase without waiting. */
    boolean eager() {
        return plan.eager();
    }

    /** Whether the next request carries the commit-opt flag. */
    boolean commitFirst() {
        return plan.commitFirst();
    }

    /** A request is over; what did not come by then did not come in time. */
    void learn(Course course, boolean committedFirst) {
        if (course.everybody().isPresent()) {
            everybody(course);
        } else if (!(committedFirst && course.committing().isEmpty())) {
            Duration half = plan.delay().dividedBy(2);
            change(new Plan(bounded(half), chosen.adaptiveCommit(), chosen.commitOpt()));
        }
    }

    /**
     * Replicas that commit first complete a request by 2f+1 answers: only later ones can tell that the
     * others are back. They count if the client would have waited for them.
     */
    void learnLate(Course course) {
        long from = course.enough().orElse(0);
        if (course.everybody().isPresent()
                && course.everybody().getAsLong() - from <= plan.delay().toNanos()) {
            everybody(course);
        }
    }

    private void everybody(Course course) {
        long came = course.everybody().getAsLong();
        long committing = course.committing().orElse(came);
        Duration needed = came > committing
                ? plan.delay().plusNanos(came - committing)
                : least.plusNanos(came - course.enough().orElse(came));
        change(new Plan(bounded(needed), false, false));
    }

    private Duration bounded(Duration wait) {
        if (!adaptive()) {
            return plan.delay();
        }
        Duration enough = wait.compareTo(least) < 0 ? least : wait;
        return enough.compareTo(most) > 0 ? most : enough;
    }

    private void change(Plan next) {
        if (!next.equals(plan)) {
            plan = next;
            all.observe(Fact.of(ClientFacts.PATIENCE, 0, 0, next.toString()));
        }
    }
}
