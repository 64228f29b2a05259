package dev.weevil.checker.verdict;

import dev.weevil.checker.history.Operation;

import java.util.List;
import java.util.Objects;

/**
 * The answer to whether a history has a property.
 *
 * @param explanation why, in whole sentences, one per line of thought; never empty
 * @param witness when valid, and the property asks for one, the operations in an order that shows it
 * @param counterexample when invalid, few operations that break the property by themselves
 * @param partials when invalid or unknown, the longest orders that were legal as far as they go
 * @param remarks what a reader should know besides: rules applied, suspicions about the recording
 * @param explored how far the checker looked
 */
public record Verdict(
        Kind kind,
        List<String> explanation,
        List<Operation> witness,
        List<Operation> counterexample,
        List<List<Operation>> partials,
        List<String> remarks,
        Explored explored) {

    /** The three answers. */
    public enum Kind {
        VALID,
        INVALID,
        /** Time, memory or patience ran out first; {@link Verdict#explanation} says which. */
        UNKNOWN
    }

    public Verdict {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(explored, "explored");
        explanation = List.copyOf(explanation);
        partials = List.copyOf(partials);
        remarks = List.copyOf(remarks);
        if (explanation.isEmpty()) {
            throw new IllegalArgumentException(
                    "a verdict needs an explanation, found none: " + kind);
        }
    }

    public static Verdict valid(String explanation) {
        return plain(Kind.VALID, explanation);
    }

    public static Verdict invalid(String explanation, List<Operation> counterexample) {
        return plain(Kind.INVALID, explanation).withCounterexample(counterexample);
    }

    /** Undecided, because of what the reason says. */
    public static Verdict unknown(String reason) {
        return plain(Kind.UNKNOWN, reason);
    }

    private static Verdict plain(Kind kind, String sentence) {
        return new Verdict(
                kind,
                List.of(sentence),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Explored.NOTHING);
    }

    public boolean isValid() {
        return kind == Kind.VALID;
    }

    public boolean isInvalid() {
        return kind == Kind.INVALID;
    }

    /** The explanation as one paragraph. */
    public String inWords() {
        return String.join(" ", explanation);
    }

    public Verdict withExplanation(List<String> sentences) {
        return new Verdict(kind, sentences, witness, counterexample, partials, remarks, explored);
    }

    public Verdict withWitness(List<Operation> order) {
        return new Verdict(kind, explanation, order, counterexample, partials, remarks, explored);
    }

    public Verdict withCounterexample(List<Operation> operations) {
        return new Verdict(kind, explanation, witness, operations, partials, remarks, explored);
    }

    public Verdict withPartials(List<List<Operation>> orders) {
        return new Verdict(kind, explanation, witness, counterexample, orders, remarks, explored);
    }

    public Verdict withRemarks(List<String> said) {
        return new Verdict(kind, explanation, witness, counterexample, partials, said, explored);
    }

    public Verdict withExplored(Explored seen) {
        return new Verdict(kind, explanation, witness, counterexample, partials, remarks, seen);
    }
}
