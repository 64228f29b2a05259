package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A set. {@code add} and {@code remove} that answer true or false say whether they changed it; any
 * other answer says nothing.
 */
record Membership(Set<Object> initial) implements Model<Set<Object>> {

    @Override
    public String name() {
        return "set";
    }

    @Override
    public Optional<Set<Object>> step(Set<Object> state, Call call) {
        Object element = Nil.state(call.argument());
        return switch (call.function()) {
            case "read" -> legal(!call.completed() || elements(call.result()).equals(state), state);
            case "contains" -> legal(agrees(call, state.contains(element)), state);
            case "add" -> legal(agrees(call, !state.contains(element)), with(state, element));
            case "remove" -> legal(agrees(call, state.contains(element)), without(state, element));
            default -> throw new IllegalArgumentException("set has no " + call.function());
        };
    }

    private static boolean agrees(Call call, boolean expected) {
        return !call.completed()
                || !(call.result() instanceof Boolean answer)
                || answer == expected;
    }

    private static Set<Object> elements(Object value) {
        if (value instanceof Collection<?> elements) {
            Set<Object> set = new HashSet<>();
            elements.forEach(element -> set.add(Nil.state(element)));
            return set;
        }
        throw new IllegalArgumentException("a set is read as a collection, found " + value);
    }

    private static Set<Object> with(Set<Object> state, Object element) {
        Set<Object> after = new HashSet<>(state);
        after.add(element);
        return Set.copyOf(after);
    }

    private static Set<Object> without(Set<Object> state, Object element) {
        Set<Object> after = new HashSet<>(state);
        after.remove(element);
        return Set.copyOf(after);
    }

    private static Optional<Set<Object>> legal(boolean legal, Set<Object> after) {
        return legal ? Optional.of(after) : Optional.empty();
    }

    @Override
    public boolean pure(Call call) {
        return call.function().equals("read") || call.function().equals("contains");
    }

    @Override
    public boolean knows(String function) {
        return switch (function) {
            case "read", "contains", "add", "remove" -> true;
            default -> false;
        };
    }

    @Override
    public boolean takesPart(Call call) {
        return !call.failed() && !(call.function().equals("read") && call.result() == null);
    }

    @Override
    public String refusal(Set<Object> state, Call call) {
        return call.function()
                + " "
                + (call.argument() == null ? "" : call.argument() + " ")
                + "answered "
                + call.result()
                + " where the set is "
                + state;
    }

    @Override
    public Family family() {
        return Family.SET;
    }
}
