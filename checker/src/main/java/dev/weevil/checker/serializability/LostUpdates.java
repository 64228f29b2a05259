package dev.weevil.checker.serializability;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pairs of transactions already reported as lost updates: their cycle says nothing new. */
final class LostUpdates {

    private final Set<Set<Integer>> pairs = new HashSet<>();

    void add(int first, int second) {
        pairs.add(Set.of(first, second));
    }

    boolean explain(List<Integer> cycle) {
        return cycle.size() == 2 && pairs.contains(Set.copyOf(cycle));
    }
}
