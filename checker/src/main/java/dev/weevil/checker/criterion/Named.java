package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Verdict;

/** A way of checking under its name. */
record Named(String name, Way way) implements Criterion {

    /** How a history is checked. */
    interface Way {
        Verdict check(Operations operations, Model<?> model, Limits limits);
    }

    @Override
    public Verdict check(Operations operations, Model<?> model, Limits limits) {
        for (String function : operations.functions()) {
            if (!model.knows(function)) {
                throw new IllegalArgumentException(
                        "the model " + model.name() + " has no function " + function);
            }
        }
        return way.check(operations, model, limits);
    }

    @Override
    public String toString() {
        return name;
    }
}
