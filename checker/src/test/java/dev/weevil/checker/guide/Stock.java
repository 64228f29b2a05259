package dev.weevil.checker.guide;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.model.Model;

import java.util.Optional;

/** A shelf from which nobody takes more than is there. */
record Stock(Long initial) implements Model<Long> {

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public Optional<Long> step(Long held, Call call) {
        return switch (call.function()) {
            case "count" ->
                !call.completed() || held.equals(call.result())
                        ? Optional.of(held)
                        : Optional.empty();
            case "put" -> Optional.of(held + (Long) call.argument());
            case "take" -> {
                long left = held - (Long) call.argument();
                yield left < 0 ? Optional.empty() : Optional.of(left);
            }
            default -> throw new IllegalArgumentException("stock has no " + call.function());
        };
    }

    @Override
    public boolean pure(Call call) {
        return call.function().equals("count");
    }

    @Override
    public String refusal(Long held, Call call) {
        return call.function() + " where " + held + " are left";
    }
}
