package dev.weevil.reports.evidence;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceHeader;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How much the adversary owned, beside how much the system claims to bear.
 *
 * @param replicas n
 * @param faults f
 */
public record Tolerance(int replicas, int faults, List<NodeId> corrupted) {

    public Tolerance {
        corrupted = List.copyOf(corrupted);
    }

    public static Tolerance of(TraceHeader header) {
        return new Tolerance(
                header.membership().replicas(),
                header.membership().faults(),
                List.copyOf(header.corrupted()));
    }

    private long liars() {
        return corrupted.stream().filter(NodeId::isReplica).count();
    }

    public boolean isExceeded() {
        return liars() > faults;
    }

    /** {@code n = 4, f = 1}. */
    public String numbers() {
        return "n = " + replicas + ", f = " + faults;
    }

    /** The corrupted nodes by name. */
    public String names() {
        return corrupted.isEmpty()
                ? "none"
                : corrupted.stream().map(NodeId::toString).collect(Collectors.joining(", "));
    }

    /** One sentence on what a violation would mean. */
    public String inWords() {
        if (corrupted.isEmpty()) {
            return "No node was corrupted: the system must keep its promise.";
        }
        if (isExceeded()) {
            return "The adversary owned " + names() + ": " + Wording.count(liars(), "replica")
                    + ", more than f = " + faults
                    + ". That is outside tolerance, so a violation is a control and no finding.";
        }
        return "The adversary owned " + names() + ": " + Wording.count(liars(), "replica")
                + " of " + replicas + ", within f = " + faults
                + ": the system must keep its promise.";
    }
}
