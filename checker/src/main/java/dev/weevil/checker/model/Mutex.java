package dev.weevil.checker.model;

import dev.weevil.checker.history.Call;

import java.util.Optional;

/** Held by one at a time; the model does not ask who releases. The state is whether it is held. */
record Mutex(Boolean initial) implements Model<Boolean> {

    @Override
    public String name() {
        return "mutex";
    }

    @Override
    public Optional<Boolean> step(Boolean held, Call call) {
        boolean acquires = acquires(call.function());
        return held == acquires ? Optional.empty() : Optional.of(acquires);
    }

    private static boolean acquires(String function) {
        return switch (function) {
            case "acquire", "lock" -> true;
            case "release", "unlock" -> false;
            default -> throw new IllegalArgumentException("mutex has no " + function);
        };
    }

    @Override
    public boolean knows(String function) {
        return switch (function) {
            case "acquire", "lock", "release", "unlock" -> true;
            default -> false;
        };
    }

    @Override
    public String refusal(Boolean held, Call call) {
        return call.function() + " where the mutex is " + (held ? "held" : "free");
    }
}
