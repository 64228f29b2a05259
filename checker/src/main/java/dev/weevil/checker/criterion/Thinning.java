package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.verdict.Verdict;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Leaves out operations while what remains is still illegal by itself, keeping for each value that is
 * seen one operation that wrote it. Out of time it is as small as it got.
 */
final class Thinning {

    private final Function<Operations, Verdict.Kind> judge;
    private final long endNanos;

    Thinning(Function<Operations, Verdict.Kind> judge, Limits limits) {
        this.judge = judge;
        this.endNanos = System.nanoTime() + limits.time().orElseThrow().toNanos();
    }

    Operations of(Operations illegal) {
        Operations least = illegal;
        for (int run = Math.max(1, illegal.size() / 2); run > 0; run = run == 1 ? 0 : run / 2) {
            boolean smaller = true;
            while (smaller && System.nanoTime() < endNanos) {
                Operations fewer = pass(least, run);
                smaller = fewer.size() < least.size();
                least = fewer;
            }
        }
        return least;
    }

    private Operations pass(Operations whole, int run) {
        Operations least = whole;
        for (int end = whole.size(); end > 0 && System.nanoTime() < endNanos; end -= run) {
            int last = Math.min(end, least.size());
            int from = Math.max(0, last - run);
            int[] rest = IntStream.range(0, least.size())
                    .filter(i -> i < from || i >= last)
                    .toArray();
            Operations fewer = least.select(rest);
            if (rest.length < least.size()
                    && makesSense(least, fewer)
                    && judge.apply(fewer) == Verdict.Kind.INVALID) {
                least = fewer;
            }
        }
        return least;
    }

    private static boolean makesSense(Operations whole, Operations fewer) {
        return IntStream.range(0, fewer.size())
                .filter(i -> fewer.call(i).completed() && fewer.call(i).result() != null)
                .mapToObj(fewer::get)
                .allMatch(seer -> isMade(fewer, seer) || !isMade(whole, seer));
    }

    /** Whether another operation made what this one saw. */
    private static boolean isMade(Operations among, Operation seer) {
        return among.asList().stream()
                .anyMatch(one -> one.index() != seer.index()
                        && makes(one.call(), seer.call().result()));
    }

    private static boolean makes(Call call, Object value) {
        if (call.function().equals("cas") && call.argument() instanceof List<?> pair) {
            return pair.size() == 2 && Objects.equals(pair.get(1), value);
        }
        return Objects.equals(call.argument(), value);
    }
}
