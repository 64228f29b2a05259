package dev.weevil.checker.history;

import java.util.Objects;

/**
 * What was asked of an object and what it answered, without who and when: all that a sequential
 * specification may look at.
 *
 * @param function {@code read}, {@code write}, {@code cas}, {@code get}, ...
 * @param argument the value of the invocation, may be {@code null}; of a {@code cas} the list {@code
 *     [expected, new]}
 * @param result the value of the completion; {@code null} unless the outcome is {@link Outcome#OK}
 */
public record Call(String function, Object argument, Outcome outcome, Object result) {

    public Call {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(outcome, "outcome");
    }

    public static Call ok(String function, Object argument, Object result) {
        return new Call(function, argument, Outcome.OK, result);
    }

    public boolean completed() {
        return outcome == Outcome.OK;
    }

    public boolean failed() {
        return outcome == Outcome.FAIL;
    }

    /** Whether nothing is known of its result. */
    public boolean indeterminate() {
        return outcome == Outcome.INFO;
    }
}
