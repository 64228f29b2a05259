package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts with balances that are never negative. {@code transfer} carries a map of {@code from},
 * {@code to} and {@code amount}; {@code read} returns every balance by account.
 */
record Bank(Map<Object, Long> initial) implements Model<Map<Object, Long>> {

    Bank {
        initial = Map.copyOf(initial);
    }

    @Override
    public String name() {
        return "bank";
    }

    @Override
    public Optional<Map<Object, Long>> step(Map<Object, Long> state, Call call) {
        if (pure(call)) {
            return !call.completed() || state.equals(call.result())
                    ? Optional.of(state)
                    : Optional.empty();
        }
        Object from = field(call, "from");
        Object to = field(call, "to");
        if (!(field(call, "amount") instanceof Long amount) || amount < 0) {
            throw new IllegalArgumentException(
                    "a transfer's amount is a whole number from 0, found " + call.argument());
        }
        Map<Object, Long> after = new HashMap<>(state);
        boolean covered = state.containsKey(to) && state.getOrDefault(from, -1L) >= amount;
        after.merge(from, -amount, Long::sum);
        after.merge(to, amount, Long::sum);
        return covered ? Optional.of(Map.copyOf(after)) : Optional.empty();
    }

    private static Object field(Call call, String name) {
        if (call.argument() instanceof Map<?, ?> map && map.get(name) != null) {
            return map.get(name);
        }
        throw new IllegalArgumentException(
                "a transfer carries from, to and amount, found " + call.argument());
    }

    @Override
    public boolean pure(Call call) {
        return call.function().equals("read");
    }

    @Override
    public boolean knows(String function) {
        return function.equals("read") || function.equals("transfer");
    }

    @Override
    public boolean takesPart(Call call) {
        return !call.failed() && !(pure(call) && call.result() == null);
    }

    @Override
    public String refusal(Map<Object, Long> state, Call call) {
        return pure(call)
                ? "read " + call.result() + " where the balances are " + state
                : "transfer " + call.argument() + " where the balances are " + state;
    }
}
