package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;

import java.util.Optional;

/** Why the longest legal order goes no further: the operation that had to be next, and the state. */
final class Refusal {

    private Refusal() {}

    /**
     * The reason in a sentence.
     *
     * @param order numbers of the operations in a legal order that cannot be prolonged to all
     */
    static <S> String inWords(Operations part, Model<S> model, int[] order) {
        S state = model.initial();
        boolean[] done = new boolean[part.size()];
        for (int i : order) {
            Optional<S> after = model.step(state, part.call(i));
            state = after.orElse(state);
            done[i] = true;
        }
        int next = -1;
        for (int i = 0; i < part.size(); i++) {
            if (!done[i] && (next < 0 || part.returned(i) < part.returned(next))) {
                next = i;
            }
        }
        if (next < 0) {
            return "No order of these operations is legal.";
        }
        Call call = part.call(next);
        String place = order.length == 0
                ? "At first"
                : "After the longest legal order, which ends with "
                        + part.get(order[order.length - 1])
                        + ",";
        String why = model.step(state, call).isPresent()
                ? "every way on ends in an illegal step"
                : "there would be: " + model.refusal(state, call);
        return place + " " + part.get(next) + " had to take effect, but " + why + ".";
    }
}
