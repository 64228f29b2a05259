package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A list that only grows at its end and is read as a whole. */
record AppendList(List<Object> initial) implements Model<List<Object>> {

    @Override
    public String name() {
        return "append-list";
    }

    @Override
    public Optional<List<Object>> step(List<Object> state, Call call) {
        if (pure(call)) {
            return !call.completed() || state.equals(call.result())
                    ? Optional.of(state)
                    : Optional.empty();
        }
        List<Object> after = new ArrayList<>(state);
        after.add(call.argument());
        return Optional.of(Collections.unmodifiableList(after));
    }

    @Override
    public boolean pure(Call call) {
        return call.function().equals("read") || call.function().equals("get");
    }

    @Override
    public boolean knows(String function) {
        return function.equals("append") || function.equals("read") || function.equals("get");
    }

    @Override
    public boolean takesPart(Call call) {
        return !call.failed() && !(pure(call) && call.result() == null);
    }

    @Override
    public String refusal(List<Object> state, Call call) {
        return call.function() + " " + call.result() + " where the list is " + state;
    }

    @Override
    public Family family() {
        return Family.LIST;
    }
}
