package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A register that answers a read with any of its last values; the state is these, the newest first. */
record LastValues(Model<?> register, int bound) implements Model<List<Object>> {

    @Override
    public String name() {
        return register.name();
    }

    @Override
    public List<Object> initial() {
        return List.of(register.initial());
    }

    @Override
    public Optional<List<Object>> step(List<Object> values, Call call) {
        if (Staleness.isRead(call)) {
            return !call.completed() || values.contains(held(call.result()))
                    ? Optional.of(values)
                    : Optional.empty();
        }
        List<Object> after = new ArrayList<>(List.of(held(call.argument())));
        after.addAll(values.subList(0, Math.min(values.size(), bound - 1)));
        return Optional.of(List.copyOf(after));
    }

    private static Object held(Object value) {
        return Objects.requireNonNullElse(value, Models.NIL);
    }

    @Override
    public boolean pure(Call call) {
        return Staleness.isRead(call);
    }

    @Override
    public boolean overwrites(Call call) {
        return bound == 1 && Staleness.isWrite(call);
    }

    @Override
    public boolean takesPart(Call call) {
        return register.takesPart(call);
    }

    @Override
    public Optional<Function<Operation, Object>> partition() {
        return register.partition();
    }

    @Override
    public String refusal(List<Object> values, Call call) {
        return call.function() + " " + held(call.result()) + " where the last values are " + values;
    }
}
