package dev.weevil.checker.serializability;

import java.util.List;
import java.util.Objects;

/**
 * One anomaly with the transactions that show it.
 *
 * @param transactions the transactions involved, in the order of their names T1, T2, ...
 * @param steps for a cycle, the dependency from each transaction to the next and back to the first;
 *     empty for other anomalies
 * @param shortest for a cycle, whether no shorter one of its kind is in its component; false where time
 *     ran out, so that even a graver kind may have been missed
 * @param explanation the same in words
 */
public record Finding(
        Anomaly anomaly,
        List<Participant> transactions,
        List<Step> steps,
        boolean shortest,
        String explanation) {

    /**
     * A transaction of a finding.
     *
     * @param event the index in the history of its invocation, or of its completion where the history
     *     lacks the invocation
     * @param text its micro-operations: {@code [append x 1] [r y [2]]}
     */
    public record Participant(String name, int process, int event, String text) {}

    /** A dependency: {@code from} must come before {@code to}, because of {@code reason}. */
    public record Step(String from, String to, Dependency dependency, String reason) {}

    public Finding {
        Objects.requireNonNull(anomaly, "anomaly");
        transactions = List.copyOf(transactions);
        steps = List.copyOf(steps);
        Objects.requireNonNull(explanation, "explanation");
    }

    /** The transactions and dependencies as a graph in the DOT language. */
    public String dot() {
        return Dot.of(this);
    }
}
