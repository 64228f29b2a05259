package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Verdict;

import java.util.List;

/**
 * A history that has been decided but not explained: for whoever wants the answer sooner than the
 * reasons. {@link Linearizability#check} gives both. One thread.
 */
public final class Examination {

    private final Parts parts;
    private final Model<?> model;
    private final Limits limits;
    private final List<Finding> findings;

    private Examination(Parts parts, Model<?> model, Limits limits) {
        this.parts = parts;
        this.model = model;
        this.limits = limits;
        this.findings = parts.isEmpty() ? List.of() : new Workers<>(parts, model, limits).decide();
    }

    /** Decides; refuses what {@link Linearizability#check} refuses. */
    public static Examination of(Operations operations, Model<?> model, Limits limits) {
        for (String function : operations.functions()) {
            if (!model.knows(function)) {
                throw new IllegalArgumentException(
                        "the model " + model.name() + " has no function " + function);
            }
        }
        return new Examination(Parts.of(operations, model), model, limits);
    }

    public Verdict.Kind kind() {
        Verdict.Kind kind = Verdict.Kind.VALID;
        for (Finding finding : findings) {
            if (finding.is(Finding.Answer.INVALID)) {
                return Verdict.Kind.INVALID;
            }
            if (finding.is(Finding.Answer.UNKNOWN)) {
                kind = Verdict.Kind.UNKNOWN;
            }
        }
        return kind;
    }

    /** The reasons as engines gave them, before anything is explained. */
    List<String> reasons() {
        return findings.stream().flatMap(found -> found.reasons().stream()).toList();
    }

    /** The answer with its reasons; making a counterexample small takes up to a second more. */
    public Verdict verdict() {
        return new Judgement(parts, model, limits).of(findings);
    }
}
