package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Exactly once, as clients can see it: what was acknowledged took effect once, what ended info at most
 * once, what failed not at all, and nothing took effect that nobody asked for. For objects in which an
 * effect leaves a trace: elements of lists, pieces of appended text, elements of sets, values that go
 * through queues, stacks and priority queues. Order and freshness are not looked at: an element counts
 * as lost only if no later read shows it.
 *
 * <p>What replicas executed is judged by {@link dev.weevil.checker.agreement.ExactlyOnce}.
 */
public final class SingleExecution {

    private SingleExecution() {}

    /**
     * Valid without a witness, or invalid with the operations that show it; unknown where appended
     * texts cannot be told apart.
     *
     * @throws IllegalArgumentException for objects that do not show how often something happened
     */
    public static Verdict check(Operations operations, Model<?> model) {
        Map<Integer, Traces> keys = new LinkedHashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            keys.computeIfAbsent(operations.key(i), key -> traces(operations, model))
                    .note(i);
        }
        int asked = 0;
        Optional<String> unclear = Optional.empty();
        for (Traces traces : keys.values()) {
            Optional<Verdict> refuted = traces.refute();
            if (refuted.isPresent()) {
                return refuted.get();
            }
            asked += traces.asked();
            unclear = unclear.or(traces::unclear);
        }
        if (unclear.isPresent()) {
            return Verdict.unknown("Undecided, as " + unclear.get() + ".");
        }
        return Verdict.valid("Of " + asked + " operations none is seen to have taken effect twice,"
                + " after it failed, or not at all after it was acknowledged.");
    }

    private static Traces traces(Operations operations, Model<?> model) {
        Object first = model.initial();
        boolean leavesTraces =
                model.family() != Family.REGISTER && model.family() != Family.GENERAL;
        if (leavesTraces && !first.equals(Models.NIL) && !first.equals("") && !isEmpty(first)) {
            throw new IllegalArgumentException(
                    "exactly-once is said of what is empty at first, found " + first);
        }
        Family family = model.family();
        return switch (family) {
            case QUEUE, STACK, PRIORITY_QUEUE -> new Deliveries(operations);
            case LIST, APPENDABLE, SET -> new Contents(operations, model);
            case REGISTER, GENERAL ->
                throw new IllegalArgumentException(
                        "exactly-once is said of lists, texts, sets and queues, found a "
                                + model.name());
        };
    }

    private static boolean isEmpty(Object state) {
        return state instanceof Collection<?> elements && elements.isEmpty();
    }

    static Verdict invalid(String reason, Operation... operations) {
        return Verdict.invalid(reason, Stream.of(operations).distinct().toList());
    }

    /** Whether it may have taken effect. */
    static boolean mayHave(Operations operations, int i) {
        return operations.outcome(i) != Outcome.FAIL;
    }

    /** Why something that was seen should not have been: nobody, or only failed operations, asked. */
    static Verdict unasked(Operations operations, int seer, List<Integer> failed) {
        Operation saw = operations.get(seer);
        if (failed.isEmpty()) {
            return invalid(saw + " shows something that nobody had asked for.", saw);
        }
        Operation refused = operations.get(failed.get(0));
        return invalid(
                saw + " shows the effect of " + refused
                        + ": it took effect, or should have been recorded as info.",
                refused,
                saw);
    }
}
