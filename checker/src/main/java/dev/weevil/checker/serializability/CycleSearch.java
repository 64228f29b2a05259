package dev.weevil.checker.serializability;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reports the cycles of a dependency graph: in every component the shortest of each kind, gravest
 * first, leaving out kinds that refute no level the component has not already lost.
 *
 * <p>Components are found in arrays, once for each set of edge types. Only if one is cyclic do objects
 * come in. Where a component is too large or its time runs out, some cycle through it is shown instead,
 * for that there is one is certain.
 */
final class CycleSearch {

    /** Edges of a component times states: beyond it the product would not be worth its memory. */
    private static final int PRODUCT_LIMIT = 200_000;

    /** In how many places of a large component a cycle is looked for. */
    private static final int SAMPLES = 16;

    private final DependencyGraph graph;
    private final Options options;
    private final Findings findings;
    private final LostUpdates lost;
    private final CycleNarrator narrator;
    private final Components all;
    private final Map<Integer, Set<Anomaly>> found = new HashMap<>();
    private final Map<Integer, Deadline> deadlines = new HashMap<>();
    private final Set<Integer> doubtful = new HashSet<>();

    CycleSearch(
            DependencyGraph graph,
            Options options,
            Findings findings,
            LostUpdates lost,
            CycleNarrator narrator) {
        this.graph = graph;
        this.options = options;
        this.findings = findings;
        this.lost = lost;
        this.narrator = narrator;
        this.all = Components.of(graph, Edges.ALL);
    }

    void report() {
        if (all.count() == 0) {
            return;
        }
        for (OrderFamily family : OrderFamily.values()) {
            report(family, List.of(CyclePattern.G0));
            report(family, List.of(CyclePattern.G1C));
            report(
                    family,
                    List.of(CyclePattern.G_SINGLE, CyclePattern.G_NONADJACENT, CyclePattern.G2));
        }
    }

    /** These patterns may use the same edges: their components are the same. */
    private void report(OrderFamily family, List<CyclePattern> patterns) {
        int mask = patterns.get(0).mask() | family.mask();
        Components components = Components.of(graph, mask);
        for (int[] members : components.members()) {
            int whole = all.of(members[0]);
            Deadline deadline = deadlines.computeIfAbsent(whole, key -> new Deadline(options));
            List<CyclePattern> wanted = new ArrayList<>(patterns);
            wanted.removeIf(pattern -> covered(whole, pattern.anomaly(family)));
            if (wanted.isEmpty()) {
                continue;
            }
            boolean small = !deadline.passed() && weight(members, mask) <= PRODUCT_LIMIT;
            if (!small || !search(members, family, wanted, deadline)) {
                sample(members, family, new AnyCycle(graph, components, mask), mask);
                doubt(whole, family, wanted);
            }
        }
    }

    /** Notes a component that may hold what would refute the level, beside what was found of it. */
    private void doubt(int component, OrderFamily family, List<CyclePattern> patterns) {
        boolean matters = patterns.stream()
                .map(pattern -> pattern.anomaly(family))
                .anyMatch(anomaly -> !covered(component, anomaly)
                        && Refutation.refutedBy(Set.of(anomaly)).contains(options.level()));
        if (matters) {
            doubtful.add(component);
        }
    }

    /** How many cyclic components were not searched in full for what would refute the level. */
    int doubtful() {
        return doubtful.size();
    }

    /** Whether everything was searched in time. */
    private boolean search(
            int[] members, OrderFamily family, List<CyclePattern> patterns, Deadline deadline) {
        int mask = patterns.get(0).mask() | family.mask();
        Component component = Component.of(graph, members, mask);
        boolean exhausted = true;
        for (CyclePattern pattern : patterns) {
            if (!covered(all.of(members[0]), pattern.anomaly(family))) {
                ShortestCycle shortest =
                        new ShortestCycle(component.graph(), pattern, family, deadline);
                Optional<Cycle> cycle = shortest.find();
                cycle.ifPresent(this::keep);
                exhausted &= shortest.exhausted() || cycle.isPresent();
            }
        }
        return exhausted;
    }

    private void sample(int[] members, OrderFamily family, AnyCycle anyCycle, int mask) {
        Deadline deadline = new Deadline(options);
        int step = Math.max(1, members.length / SAMPLES);
        for (int i = 0; i < members.length && (i == 0 || !deadline.passed()); i += step) {
            Cycle cycle = cycle(anyCycle.through(members[i]), family, mask);
            if (!covered(all.of(members[0]), cycle.anomaly())) {
                keep(cycle);
            }
        }
    }

    private Cycle cycle(List<Integer> edges, OrderFamily family, int mask) {
        List<Integer> transactions = new ArrayList<>();
        int from = graph.target(edges.get(edges.size() - 1));
        for (int edge : edges) {
            transactions.add(from);
            from = graph.target(edge);
        }
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            types.add(typesBetween(transactions.get(i), graph.target(edges.get(i))) & mask);
        }
        return new Cycle(transactions, types, family, false);
    }

    private int typesBetween(int from, int to) {
        int types = 0;
        for (int e = graph.begin(from); e < graph.begin(from + 1); e++) {
            types |= graph.target(e) == to ? graph.type(e) : 0;
        }
        return types;
    }

    private void keep(Cycle cycle) {
        Anomaly anomaly = cycle.anomaly();
        found.computeIfAbsent(
                        all.of(cycle.transactions().get(0)), key -> EnumSet.noneOf(Anomaly.class))
                .add(anomaly);
        if (!lost.explain(cycle.transactions())) {
            findings.addCycle(anomaly, cycle, narrator);
        }
    }

    private boolean covered(int component, Anomaly anomaly) {
        Set<Anomaly> known = found.getOrDefault(component, Set.of());
        return !known.isEmpty()
                && Refutation.refutedBy(known).containsAll(Refutation.refutedBy(Set.of(anomaly)));
    }

    private long weight(int[] members, int mask) {
        long edges = 0;
        for (int v : members) {
            for (int e = graph.begin(v); e < graph.begin(v + 1); e++) {
                edges += (graph.type(e) & mask) != 0 ? 1 : 0;
            }
        }
        return edges * CyclePattern.G_NONADJACENT.states();
    }
}
