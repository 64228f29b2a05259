package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;

import java.util.Optional;
import java.util.Set;

/** A number that is added to and read. */
record Counter(Long initial) implements Model<Long> {

    private static final Set<String> FUNCTIONS =
            Set.of("read", "get", "add", "inc", "increment", "dec", "decrement");

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public Optional<Long> step(Long state, Call call) {
        return switch (call.function()) {
            case "read", "get" ->
                !call.completed() || state.equals(call.result())
                        ? Optional.of(state)
                        : Optional.empty();
            case "add", "inc", "increment" -> Optional.of(state + amount(call));
            case "dec", "decrement" -> Optional.of(state - amount(call));
            default -> throw new IllegalArgumentException("counter has no " + call.function());
        };
    }

    private static long amount(Call call) {
        if (call.argument() == null) {
            return 1;
        }
        if (call.argument() instanceof Long amount) {
            return amount;
        }
        throw new IllegalArgumentException("a counter adds integers, found " + call.argument());
    }

    @Override
    public boolean pure(Call call) {
        return call.function().equals("read") || call.function().equals("get");
    }

    @Override
    public boolean knows(String function) {
        return FUNCTIONS.contains(function);
    }

    @Override
    public boolean takesPart(Call call) {
        return !call.failed() && !(pure(call) && call.result() == null);
    }

    @Override
    public String refusal(Long state, Call call) {
        return call.function() + " " + call.result() + " where the counter is " + state;
    }
}
