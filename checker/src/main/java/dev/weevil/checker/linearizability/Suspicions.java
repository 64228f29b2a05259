package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.model.Model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Mistakes of recording that look like violations: an operation reported failed whose effect was seen
 * was likely indeterminate.
 */
final class Suspicions {

    private static final int MOST = 3;

    private final Operations part;
    private final Engines engines;

    Suspicions(Operations part, Model<?> model, Interruption interruption, long memoryBytes) {
        this.part = part;
        this.engines = new Engines(model, interruption, memoryBytes);
    }

    /** Remarks, to which more may be added. */
    List<String> about(List<Operation> counterexample) {
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < part.size() && remarks.size() < MOST; i++) {
            if (part.outcome(i) == Outcome.FAIL) {
                Operation failed = part.get(i);
                Operations otherwise = part.reopen(i);
                counterexample.stream()
                        .filter(seer -> !seer.call().indeterminate())
                        .filter(seer -> sawEffect(seer, failed))
                        .findFirst()
                        .ifPresent(seer -> remarks.add(words(seer, failed, otherwise)));
            }
        }
        return remarks;
    }

    private String words(Operation seer, Operation failed, Operations otherwise) {
        return seer
                + " saw the value of "
                + failed
                + ": if that failure was a guess (a timeout, say), it should have been recorded as"
                + " info"
                + (isLegal(otherwise) ? ", and then all of this object would be legal." : ".");
    }

    private boolean isLegal(Operations otherwise) {
        try {
            return engines.order(otherwise).isPresent();
        } catch (Interruption.Interrupted limit) {
            return false;
        }
    }

    private static boolean sawEffect(Operation seer, Operation failed) {
        Call saw = seer.call();
        boolean concurrent = failed.interval().invoked() <= seer.interval().returned();
        if (!seer.key().equals(failed.key()) || !concurrent || seer.equals(failed)) {
            return false;
        }
        Object made = made(failed.call());
        Object seen = seen(saw);
        return made != null
                && (made.equals(seen) || (seen instanceof Collection<?> all && all.contains(made)));
    }

    private static Object made(Call failed) {
        return switch (failed.function()) {
            case "cas" ->
                failed.argument() instanceof List<?> pair && pair.size() == 2 ? pair.get(1) : null;
            case "read", "get" -> null;
            default -> failed.argument();
        };
    }

    private static Object seen(Call call) {
        boolean compares = call.function().equals("cas") && !call.failed();
        if (compares && call.argument() instanceof List<?> pair && !pair.isEmpty()) {
            return pair.get(0);
        }
        boolean writes = call.result() != null && call.result().equals(call.argument());
        return call.completed() && !writes ? call.result() : null;
    }
}
