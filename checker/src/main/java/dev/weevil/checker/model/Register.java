package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One value, read and replaced: as a register, with compare-and-set, or as one entry of a key-value
 * store with append.
 */
record Register(String name, Object initial, Set<String> functions, ReadingRules rules)
        implements Model<Object> {

    Register {
        functions = Set.copyOf(functions);
    }

    @Override
    public Optional<Object> step(Object state, Call call) {
        return switch (call.function()) {
            case "read", "get" ->
                legal(!call.completed() || state.equals(Nil.state(call.result())), state);
            case "write", "put" -> Optional.of(Nil.state(call.argument()));
            case "cas" -> compareAndSet(state, call);
            case "append" -> Optional.of(append(state, call.argument()));
            default -> throw new IllegalArgumentException(name + " has no " + call.function());
        };
    }

    private static Optional<Object> compareAndSet(Object state, Call call) {
        List<?> pair = pair(call);
        boolean matches = state.equals(Nil.state(pair.get(0)));
        if (call.failed()) {
            return legal(!matches, state);
        }
        return legal(matches, Nil.state(pair.get(1)));
    }

    private static List<?> pair(Call call) {
        if (call.argument() instanceof List<?> pair && pair.size() == 2) {
            return pair;
        }
        throw new IllegalArgumentException(
                "a cas carries [expected, new], found " + call.argument());
    }

    private static Object append(Object state, Object value) {
        if (state == Nil.NIL) {
            return Nil.state(value);
        }
        if (state instanceof List<?> list) {
            List<Object> longer = new ArrayList<>(list);
            longer.add(value);
            return Collections.unmodifiableList(longer);
        }
        return state.toString() + value;
    }

    private static Optional<Object> legal(boolean legal, Object after) {
        return legal ? Optional.of(after) : Optional.empty();
    }

    @Override
    public boolean pure(Call call) {
        return isRead(call) || call.failed();
    }

    @Override
    public boolean overwrites(Call call) {
        return call.function().equals("write") || call.function().equals("put");
    }

    @Override
    public boolean knows(String function) {
        return functions.contains(function);
    }

    @Override
    public boolean takesPart(Call call) {
        if (call.failed()) {
            return rules.failedCasObserved() && call.function().equals("cas");
        }
        return !(isRead(call) && rules.nilReadUnknown() && Objects.isNull(call.result()));
    }

    private static boolean isRead(Call call) {
        return call.function().equals("read") || call.function().equals("get");
    }

    @Override
    public String refusal(Object state, Call call) {
        return switch (call.function()) {
            case "read", "get" ->
                call.function() + " " + Nil.state(call.result()) + " where the value is " + state;
            case "cas" ->
                call.failed()
                        ? "cas from " + pair(call).get(0) + " failed although that is the value"
                        : "cas from " + pair(call).get(0) + " where the value is " + state;
            default -> Model.super.refusal(state, call);
        };
    }

    @Override
    public Family family() {
        return functions.contains("append") ? Family.APPENDABLE : Family.REGISTER;
    }
}
