package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The subset construction. A pure call is not pure here: it may rule out some of the states that were
 * possible.
 */
record Determinized<S>(NondeterministicModel<S> model) implements Model<Set<S>> {

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Set<S> initial() {
        return Set.copyOf(model.initial());
    }

    @Override
    public Optional<Set<S>> step(Set<S> states, Call call) {
        Set<S> after = new HashSet<>();
        states.forEach(state -> after.addAll(model.steps(state, call)));
        return after.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(after));
    }

    @Override
    public boolean knows(String function) {
        return model.knows(function);
    }

    @Override
    public boolean takesPart(Call call) {
        return model.takesPart(call);
    }

    @Override
    public Optional<Function<Operation, Object>> partition() {
        return model.partition();
    }

    @Override
    public String refusal(Set<S> states, Call call) {
        return model.refusal(states, call);
    }
}
