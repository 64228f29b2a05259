package dev.weevil.checker.serializability;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.verdict.Explored;
import dev.weevil.checker.verdict.Verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a history of transactions shows.
 *
 * @param level the level the history was held to
 * @param outcome {@link Outcome#INVALID} iff a finding refutes the level asked for; otherwise {@link
 *     Outcome#UNKNOWN} iff there is a reason why something could not be judged
 * @param transactions how many transactions the history holds, whatever became of them
 * @param findings examples of every anomaly found, gravest first; {@code counts} says how many there were
 * @param refuted the levels that cannot hold
 * @param unknown why parts could not be judged; these reasons stand beside any findings
 * @param culprits when invalid the transactions of the first finding that refutes the level asked for,
 *     in the order of their names T1, T2, ...
 */
public record TransactionVerdict(
        Level level,
        Outcome outcome,
        int transactions,
        List<Finding> findings,
        Map<Anomaly, Integer> counts,
        Set<Level> refuted,
        List<String> unknown,
        List<Operation> culprits) {

    private static final int FINDINGS_TOLD = 8;

    /** Valid: nothing refutes the level asked for, and all was judged. */
    public enum Outcome {
        VALID,
        INVALID,
        UNKNOWN
    }

    public TransactionVerdict {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(outcome, "outcome");
        findings = List.copyOf(findings);
        counts = counts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(counts));
        refuted = Set.copyOf(refuted);
        unknown = List.copyOf(unknown);
        culprits = List.copyOf(culprits);
    }

    /** The kinds of anomalies found. */
    public Set<Anomaly> anomalies() {
        Set<Anomaly> kinds = EnumSet.noneOf(Anomaly.class);
        kinds.addAll(counts.keySet());
        return kinds;
    }

    /** The levels nothing found speaks against. */
    public Set<Level> mayHold() {
        Set<Level> levels = EnumSet.allOf(Level.class);
        levels.removeAll(refuted);
        return levels;
    }

    /** The same in the form that all checkers answer in, for whoever shows verdicts of any kind. */
    public Verdict verdict() {
        List<String> remarks = new ArrayList<>();
        if (!refuted.isEmpty()) {
            remarks.add("refuted: " + labels(refuted));
        }
        remarks.add("may hold: " + (mayHold().isEmpty() ? "none" : labels(mayHold())));
        if (outcome != Outcome.UNKNOWN) {
            remarks.addAll(unknown);
        }
        Verdict plain = switch (outcome) {
            case VALID ->
                Verdict.valid("Nothing in " + transactions + " transactions refutes "
                        + level.label() + ".");
            case UNKNOWN -> Verdict.unknown("Undecided: " + String.join("; ", unknown) + ".");
            case INVALID -> Verdict.invalid("The history is not " + level.label() + ".", culprits);
        };
        List<String> explanation = new ArrayList<>(plain.explanation());
        findings.stream()
                .limit(FINDINGS_TOLD)
                .forEach(finding ->
                        explanation.add(finding.anomaly().label() + ". " + finding.explanation()));
        if (findings.size() > FINDINGS_TOLD) {
            explanation.add("And " + (findings.size() - FINDINGS_TOLD) + " more findings.");
        }
        return plain.withExplanation(explanation)
                .withRemarks(remarks)
                .withExplored(new Explored(transactions, 0, outcome == Outcome.UNKNOWN ? 0 : 1, 1));
    }

    private static String labels(Set<Level> levels) {
        return levels.stream().sorted().map(Level::label).collect(Collectors.joining(", "));
    }
}
