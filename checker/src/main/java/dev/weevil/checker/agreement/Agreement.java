package dev.weevil.checker.agreement;

import dev.weevil.checker.verdict.Verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Correct replicas decide the same values in the same order: no position with two values (same
 * order), no value at two positions (nothing twice), and no hole below a replica's last decision
 * (nothing lost). Deciding the same value at the same position again, as a replay after a restart
 * does, is no violation.
 *
 * @param repeatable values that may be decided at many positions, such as no-ops
 * @param holesAllowed whether a replica may skip positions, as one that took over a checkpoint does
 */
public record Agreement(Set<String> repeatable, boolean holesAllowed) {

    private static final int MOST_SENTENCES = 4;

    public Agreement {
        repeatable = Set.copyOf(repeatable);
    }

    /** Every value once, no holes. */
    public static Agreement strict() {
        return new Agreement(Set.of(), false);
    }

    /** Decisions of corrupted replicas must not be among these. */
    public Verdict check(Collection<Decision> decisions) {
        List<String> broken = new ArrayList<>();
        differing(decisions, broken);
        repeated(decisions, broken);
        if (!holesAllowed) {
            holes(decisions, broken);
        }
        if (broken.isEmpty()) {
            return Verdict.valid(decisions.size()
                    + " decisions agree on order, with nothing lost and nothing twice.");
        }
        return Verdict.invalid(broken.get(0), List.of()).withExplanation(firstOf(broken));
    }

    /** After a split every later position differs as well: the first few say it all. */
    private static List<String> firstOf(List<String> broken) {
        if (broken.size() <= MOST_SENTENCES) {
            return broken;
        }
        List<String> few = new ArrayList<>(broken.subList(0, MOST_SENTENCES));
        few.add("There are " + (broken.size() - MOST_SENTENCES) + " more.");
        return few;
    }

    private static void differing(Collection<Decision> decisions, List<String> broken) {
        Map<Long, Decision> first = new TreeMap<>();
        for (Decision decision : decisions) {
            Decision before = first.putIfAbsent(decision.position(), decision);
            if (before != null && !before.value().equals(decision.value())) {
                broken.add("Position "
                        + decision.position()
                        + " has two values: "
                        + before
                        + ", "
                        + decision
                        + ".");
            }
        }
    }

    private void repeated(Collection<Decision> decisions, List<String> broken) {
        Map<String, Decision> first = new HashMap<>();
        for (Decision decision : decisions) {
            if (repeatable.contains(decision.value())) {
                continue;
            }
            Decision before = first.putIfAbsent(decision.value(), decision);
            if (before != null && before.position() != decision.position()) {
                broken.add("Value "
                        + decision.value()
                        + " is decided twice: "
                        + before
                        + ", "
                        + decision
                        + ".");
            }
        }
    }

    private static void holes(Collection<Decision> decisions, List<String> broken) {
        Map<String, TreeMap<Long, Decision>> byReplica = new TreeMap<>();
        for (Decision decision : decisions) {
            byReplica
                    .computeIfAbsent(decision.replica(), replica -> new TreeMap<>())
                    .put(decision.position(), decision);
        }
        long start = decisions.stream().mapToLong(Decision::position).min().orElse(0);
        byReplica.forEach((replica, decided) -> {
            long expected = start;
            for (long position : decided.keySet()) {
                if (position != expected) {
                    broken.add(replica
                            + " decided position "
                            + position
                            + " but never position "
                            + expected
                            + ".");
                    return;
                }
                expected++;
            }
        });
    }
}
