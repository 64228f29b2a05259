package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Explored;
import dev.weevil.checker.verdict.Verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks histories for linearizability: the one entry. Objects with different keys are checked by
 * themselves, as linearizability is local.
 *
 * <p>Threads: any; a check starts threads of its own only where {@link Limits#threads} asks for more
 * than one, and has ended them when it returns.
 */
public final class Linearizability {

    private Linearizability() {}

    /**
     * Valid with a witness, invalid with a counterexample, or unknown with the reason.
     *
     * @throws IllegalArgumentException where events do not pair up, or the model does not know a
     *     function of the history or the shape of its arguments
     */
    public static Verdict check(History history, Model<?> model, Limits limits) {
        return check(history.operations(), model, limits);
    }

    /** As {@link #check(History, Model, Limits)}, for operations already paired. */
    public static Verdict check(Operations operations, Model<?> model, Limits limits) {
        refuseUnknownFunctions(operations, model);
        Interruption interruption = Interruption.start(limits);
        List<Operations> parts = Parts.of(operations, model);
        Explored explored = new Explored(0, 0, 0, parts.size());
        for (Operations part : parts) {
            PlainSearch<?> search = new PlainSearch<>(part, model, interruption);
            boolean valid;
            try {
                valid = search.decide();
            } catch (Interruption.Interrupted limit) {
                return Verdict.unknown("Undecided: " + limit.getMessage() + ".")
                        .withExplored(explored);
            }
            explored = explored.plus(new Explored(0, search.configurations(), 1, 0));
            if (!valid) {
                return refuted(part, search.order()).withExplored(explored);
            }
        }
        return Verdict.valid("Every operation can have taken effect within its interval.")
                .withExplored(explored);
    }

    private static Verdict refuted(Operations part, List<Integer> longest) {
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            if (!longest.contains(i)) {
                rest.add(i);
            }
        }
        int[] left = rest.stream().mapToInt(Integer::intValue).toArray();
        int[] order = longest.stream().mapToInt(Integer::intValue).toArray();
        return Verdict.invalid("No order of the operations is legal.", part.view(left))
                .withPartials(List.of(part.view(order)));
    }

    private static void refuseUnknownFunctions(Operations operations, Model<?> model) {
        for (String function : operations.functions()) {
            if (!model.knows(function)) {
                throw new IllegalArgumentException(
                        "the model " + model.name() + " has no function " + function);
            }
        }
    }
}
