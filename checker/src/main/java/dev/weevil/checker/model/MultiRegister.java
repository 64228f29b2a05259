package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registers by name; one {@code txn} reads and writes several at once, in its order. */
record MultiRegister(Map<Object, Object> initial, ReadingRules rules)
        implements Model<Map<Object, Object>> {

    @Override
    public String name() {
        return "multi-register";
    }

    @Override
    public Optional<Map<Object, Object>> step(Map<Object, Object> state, Call call) {
        Map<Object, Object> after = new HashMap<>(state);
        for (Object step : steps(call)) {
            List<?> parts = parts(step);
            Object key = Nil.state(parts.get(1));
            Object value = parts.get(2);
            if (writes(parts)) {
                after.put(key, Nil.state(value));
            } else if (compared(call, value)
                    && !after.getOrDefault(key, Nil.NIL).equals(Nil.state(value))) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(after));
    }

    private boolean compared(Call call, Object value) {
        return call.completed() && !(value == null && rules.nilReadUnknown());
    }

    private static List<?> steps(Call call) {
        Object value = call.completed() && call.result() != null ? call.result() : call.argument();
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(
                "a txn carries a list of [function key value], found " + value);
    }

    private static List<?> parts(Object step) {
        if (step instanceof List<?> parts && parts.size() == 3) {
            return parts;
        }
        throw new IllegalArgumentException(
                "a step of a txn is [function key value], found " + step);
    }

    private static boolean writes(List<?> parts) {
        return switch (String.valueOf(parts.get(0))) {
            case "write", "w" -> true;
            case "read", "r" -> false;
            default ->
                throw new IllegalArgumentException(
                        "a step of a txn reads or writes, found " + parts);
        };
    }

    @Override
    public boolean knows(String function) {
        return function.equals("txn");
    }

    @Override
    public boolean pure(Call call) {
        return steps(call).stream().noneMatch(step -> writes(parts(step)));
    }

    @Override
    public String refusal(Map<Object, Object> state, Call call) {
        return "txn " + steps(call) + " where the registers are " + state;
    }
}
