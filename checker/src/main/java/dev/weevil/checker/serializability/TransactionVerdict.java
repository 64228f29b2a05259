package dev.weevil.checker.serializability;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a history of transactions shows.
 *
 * @param outcome {@link Outcome#INVALID} iff a finding refutes the level asked for; otherwise {@link
 *     Outcome#UNKNOWN} iff there is a reason why something could not be judged
 * @param transactions how many transactions the history holds, whatever became of them
 * @param findings examples of every anomaly found, gravest first; {@code counts} says how many there were
 * @param refuted the levels that cannot hold
 * @param unknown why parts could not be judged; these reasons stand beside any findings
 */
public record TransactionVerdict(
        Outcome outcome,
        int transactions,
        List<Finding> findings,
        Map<Anomaly, Integer> counts,
        Set<Level> refuted,
        List<String> unknown) {

    /** Valid: nothing refutes the level asked for, and all was judged. */
    public enum Outcome {
        VALID,
        INVALID,
        UNKNOWN
    }

    public TransactionVerdict {
        Objects.requireNonNull(outcome, "outcome");
        findings = List.copyOf(findings);
        counts = counts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(counts));
        refuted = Set.copyOf(refuted);
        unknown = List.copyOf(unknown);
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
}
