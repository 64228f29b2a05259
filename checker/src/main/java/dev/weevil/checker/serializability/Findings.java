package dev.weevil.checker.serializability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Collects findings: counts them all, and keeps the first few of each kind in words. */
final class Findings {

    private static final int EXAMPLES = 8;

    private final Narrator narrator;
    private final Map<Anomaly, Integer> counts = new EnumMap<>(Anomaly.class);
    private final List<Finding> examples = new ArrayList<>();

    Findings(Narrator narrator) {
        this.narrator = narrator;
    }

    /** Notes an anomaly that is no cycle; the words are only made where they are kept. */
    void add(Anomaly anomaly, int[] transactions, Supplier<String> explanation) {
        if (counts.merge(anomaly, 1, Integer::sum) <= EXAMPLES) {
            examples.add(new Finding(
                    anomaly,
                    narrator.participants(transactions),
                    List.of(),
                    true,
                    narrator.introduce(transactions) + explanation.get()));
        }
    }

    void addCycle(Anomaly anomaly, Cycle cycle, CycleNarrator words) {
        if (counts.merge(anomaly, 1, Integer::sum) <= EXAMPLES) {
            examples.add(words.tell(anomaly, cycle));
        }
    }

    Map<Anomaly, Integer> counts() {
        return counts;
    }

    /** By kind, gravest first. */
    List<Finding> examples() {
        List<Finding> sorted = new ArrayList<>(examples);
        sorted.sort(Comparator.comparing(Finding::anomaly));
        return sorted;
    }
}
