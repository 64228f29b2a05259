package dev.weevil.reports.evidence;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.verdict.Verdict;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far a legal order of one object's operations goes.
 *
 * @param steps in that order
 * @param stuck operations one of which would have to come next, none of which can
 */
public record LegalOrder(List<TimedOperation> steps, List<TimedOperation> stuck) {

    public LegalOrder {
        steps = List.copyOf(steps);
        stuck = List.copyOf(stuck);
    }

    /** The orders that a verdict names, the longest first. */
    public static List<LegalOrder> of(Verdict verdict, ClientHistory history) {
        Map<Integer, TimedOperation> byNumber = new HashMap<>();
        history.operations().forEach(operation -> byNumber.put(operation.number(), operation));
        return verdict.partials().stream()
                .map(partial -> of(partial, byNumber, history))
                .sorted(Comparator.comparing(order -> -order.steps().size()))
                .toList();
    }

    private static LegalOrder of(
            List<Operation> partial, Map<Integer, TimedOperation> byNumber, ClientHistory history) {
        List<TimedOperation> steps = partial.stream()
                .map(operation -> byNumber.get(operation.index()))
                .filter(Objects::nonNull)
                .toList();
        Set<TimedOperation> placed = new HashSet<>(steps);
        Set<Optional<Object>> keys = new HashSet<>();
        steps.forEach(step -> keys.add(step.invocation().key()));
        List<TimedOperation> left = history.operations().stream()
                .filter(operation -> operation.number() >= 0 && operation.isOk())
                .filter(operation -> keys.contains(operation.invocation().key()))
                .filter(operation -> !placed.contains(operation))
                .toList();
        long firstEnd =
                left.stream().mapToLong(TimedOperation::returnedNanos).min().orElse(Long.MAX_VALUE);
        return new LegalOrder(
                steps,
                left.stream()
                        .filter(operation -> operation.invokedNanos() <= firstEnd)
                        .toList());
    }
}
