package dev.weevil.checker.linearizability;

import java.util.List;
import java.util.Optional;

/**
 * FIFO queues with distinct values, in linear time. Legal unless a value is dequeued twice, from
 * nowhere, or before it was enqueued; or two values leave against the order they certainly came in; or
 * a dequeue found nothing although something was there all along (Henzinger, Sezgin and Vafeiadis,
 * Aspect-oriented linearizability proofs, 2013).
 *
 * <p>A crashed dequeue may have taken anything: with one of them only a legal order without it, or a
 * mistake about a single value, is an answer.
 */
final class QueueSweep implements Shortcut {

    private final Exchanges exchanges = new Exchanges();

    @Override
    public Optional<Finding> decide(Problem problem) {
        if (!exchanges.load(problem)) {
            return Optional.empty();
        }
        Optional<Finding> wrong = exchanges.settle();
        if (wrong.isPresent()) {
            return wrong;
        }
        Occupancy occupancy = new Occupancy(exchanges);
        Optional<Finding> illegal = overtaking().or(occupancy::refute);
        if (illegal.isPresent()) {
            return exchanges.crashedTakes ? Optional.empty() : illegal;
        }
        return new QueueOrder(exchanges, occupancy).find().map(problem::valid);
    }

    /** Of the values certainly enqueued before this one, the one dequeued last decides. */
    private Optional<Finding> overtaking() {
        int[] byEnd = GapOrder.of(exchanges.putLast, exchanges.count, exchanges.gaps);
        int[] byStart = GapOrder.of(exchanges.putFirst, exchanges.count, exchanges.gaps);
        int next = 0;
        int slowest = Exchanges.NONE;
        for (int later : byStart) {
            while (exchanges.putLast[byEnd[next]] < exchanges.putFirst[later]) {
                int earlier = byEnd[next++];
                if (slowest == Exchanges.NONE
                        || exchanges.takeFirst[earlier] > exchanges.takeFirst[slowest]) {
                    slowest = earlier;
                }
            }
            if (slowest != Exchanges.NONE
                    && exchanges.takeFirst[slowest] > exchanges.takeLast[later]) {
                return Optional.of(overtaken(slowest, later));
            }
        }
        return Optional.empty();
    }

    private Finding overtaken(int earlier, int later) {
        Problem problem = exchanges.problem();
        String order = problem.words(exchanges.put[earlier]) + " had returned before "
                + problem.words(exchanges.put[later]) + " was called, but ";
        String left = problem.words(exchanges.take[later]);
        String reason = exchanges.taken(earlier)
                ? left + " had returned before " + problem.words(exchanges.take[earlier])
                        + " was called."
                : left + " took the later value and nobody ever took the earlier one.";
        return problem.invalid(order + reason, exchanges.culprits(List.of(earlier, later)));
    }
}
