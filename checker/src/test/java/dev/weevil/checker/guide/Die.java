package dev.weevil.checker.guide;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.model.NondeterministicModel;

import java.util.Set;

/** A roll leaves any of six numbers; a look sees which. */
record Die() implements NondeterministicModel<Long> {

    @Override
    public String name() {
        return "die";
    }

    @Override
    public Set<Long> initial() {
        return Set.of(1L);
    }

    @Override
    public Set<Long> steps(Long shown, Call call) {
        if (call.function().equals("roll")) {
            return Set.of(1L, 2L, 3L, 4L, 5L, 6L);
        }
        boolean seen = !call.completed() || shown.equals(call.result());
        return seen ? Set.of(shown) : Set.of();
    }
}
