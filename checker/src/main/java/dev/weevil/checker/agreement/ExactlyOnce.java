package dev.weevil.checker.agreement;

import dev.weevil.checker.verdict.Verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * No correct replica applies a request twice, and none that a client saw acknowledged is applied
 * nowhere. What was rolled back and applied again counts once: hand over what stayed applied.
 */
public final class ExactlyOnce {

    private ExactlyOnce() {}

    /**
     * Judges one run.
     *
     * @param executions what correct replicas applied, each replica's in its own order
     * @param acknowledged the requests whose clients got an answer
     */
    public static Verdict check(Collection<Execution> executions, Collection<String> acknowledged) {
        Map<Execution, Integer> counts = new HashMap<>();
        Set<String> applied = new HashSet<>();
        List<String> broken = new ArrayList<>();
        for (Execution execution : executions) {
            applied.add(execution.request());
            if (counts.merge(execution, 1, Integer::sum) == 2) {
                broken.add(execution.replica() + " applied " + execution.request()
                        + " more than once.");
            }
        }
        for (String request : acknowledged) {
            if (!applied.contains(request)) {
                broken.add(request + " was acknowledged, but no correct replica applied it.");
            }
        }
        if (broken.isEmpty()) {
            return Verdict.valid(
                    applied.size() + " requests were applied, none twice by one replica.");
        }
        return Verdict.invalid(broken.get(0), List.of()).withExplanation(broken);
    }
}
