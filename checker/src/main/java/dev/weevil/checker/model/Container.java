package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Values are put in and taken out, in the order of the discipline. Taking nil says that it was empty.
 */
record Container(Discipline discipline, List<Object> initial) implements Model<List<Object>> {

    /** Which value is taken. */
    enum Discipline {
        FIFO("fifo-queue", Family.QUEUE),
        LIFO("stack", Family.STACK),
        LEAST_FIRST("priority-queue", Family.PRIORITY_QUEUE);

        private final String model;
        private final Family family;

        Discipline(String model, Family family) {
            this.model = model;
            this.family = family;
        }
    }

    @Override
    public String name() {
        return discipline.model;
    }

    @Override
    public Optional<List<Object>> step(List<Object> state, Call call) {
        return puts(call.function())
                ? Optional.of(with(state, Nil.state(call.argument())))
                : take(state, call);
    }

    private static boolean puts(String function) {
        return switch (function) {
            case "enqueue", "push", "insert", "offer" -> true;
            case "dequeue", "pop", "poll" -> false;
            default -> throw new IllegalArgumentException("no such function: " + function);
        };
    }

    private List<Object> with(List<Object> state, Object value) {
        List<Object> after = new ArrayList<>(state);
        after.add(value);
        if (discipline == Discipline.LEAST_FIRST) {
            after.sort(Container::compare);
        }
        return Collections.unmodifiableList(after);
    }

    private Optional<List<Object>> take(List<Object> state, Call call) {
        if (state.isEmpty()) {
            boolean legal = !call.completed() || call.result() == null;
            return legal ? Optional.of(state) : Optional.empty();
        }
        int place = discipline == Discipline.LIFO ? state.size() - 1 : 0;
        if (call.completed() && !state.get(place).equals(call.result())) {
            return Optional.empty();
        }
        List<Object> after = new ArrayList<>(state);
        after.remove(place);
        return Optional.of(Collections.unmodifiableList(after));
    }

    /** Integers by size, anything else by its text. */
    private static int compare(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        return Comparator.<String>naturalOrder().compare(a.toString(), b.toString());
    }

    @Override
    public boolean pure(Call call) {
        return !puts(call.function()) && call.completed() && call.result() == null;
    }

    @Override
    public boolean knows(String function) {
        return switch (function) {
            case "enqueue", "push", "insert", "offer", "dequeue", "pop", "poll" -> true;
            default -> false;
        };
    }

    @Override
    public String refusal(List<Object> state, Call call) {
        if (state.isEmpty()) {
            return call.function() + " " + call.result() + " where the " + name() + " is empty";
        }
        int place = discipline == Discipline.LIFO ? state.size() - 1 : 0;
        return call.function()
                + " "
                + Nil.state(call.result())
                + " where "
                + state.get(place)
                + " is next";
    }

    @Override
    public Family family() {
        return discipline.family;
    }
}
