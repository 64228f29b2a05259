package dev.weevil.checker.serializability;

import dev.weevil.checker.serializability.Finding.Step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts a cycle into words: why each transaction comes before the next, and the last before the first. */
final class CycleNarrator {

    private record Arc(int from, int to, Dependency dependency) {}

    private static final int MOST_TOLD = 32;

    private final Transactions store;
    private final DependencyGraph graph;
    private final Narrator narrator;
    private final boolean assumed;

    /** @param assumed whether the order of registers rests on what the options assume */
    CycleNarrator(Transactions store, DependencyGraph graph, boolean assumed) {
        this.store = store;
        this.graph = graph;
        this.narrator = new Narrator(store);
        this.assumed = assumed;
    }

    Finding tell(Anomaly anomaly, Cycle cycle) {
        List<Arc> arcs = collapse(arcs(cycle));
        int[] involved = arcs.stream().mapToInt(Arc::from).toArray();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < arcs.size(); i++) {
            String from = Narrator.name(i);
            String to = Narrator.name((i + 1) % arcs.size());
            steps.add(new Step(from, to, arcs.get(i).dependency(), reason(arcs.get(i), from, to)));
        }
        return new Finding(
                anomaly,
                narrator.participants(involved),
                steps,
                cycle.shortest(),
                words(involved, steps));
    }

    /** Of a very long cycle the beginning and the end. */
    private String words(int[] involved, List<Step> steps) {
        int told = Math.min(steps.size() - 1, MOST_TOLD);
        boolean all = told == steps.size() - 1;
        StringBuilder words = new StringBuilder(
                narrator.introduce(all ? involved : Arrays.copyOf(involved, told)));
        for (Step step : steps.subList(0, told)) {
            words.append(because(step)).append(".\n  ");
        }
        if (!all) {
            words.append("... and so on through ")
                    .append(steps.size() - told - 1)
                    .append(" more ...\n  ");
        }
        return words.append("However, ")
                .append(because(steps.get(steps.size() - 1)))
                .append(": a contradiction.")
                .toString();
    }

    private static String because(Step step) {
        return step.from() + " < " + step.to() + ", because " + step.reason();
    }

    /** Begins with a dependency on data, so that runs of time do not cross the end. */
    private static List<Arc> arcs(Cycle cycle) {
        List<Link> links = cycle.links();
        int start = 0;
        while (links.get(start) == Link.ORDER) {
            start++;
        }
        List<Arc> arcs = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            int at = (start + i) % cycle.size();
            int to = cycle.transactions().get((at + 1) % cycle.size());
            Dependency dependency = switch (links.get(at)) {
                case WW -> Dependency.WW;
                case WR -> Dependency.WR;
                case RW -> Dependency.RW;
                case ORDER, CUT ->
                    (cycle.types().get(at) & Edges.PROCESS) != 0
                            ? Dependency.PROCESS
                            : Dependency.REALTIME;
            };
            arcs.add(new Arc(cycle.transactions().get(at), to, dependency));
        }
        return arcs;
    }

    /** Time is transitive: what lies between the ends of a run of it is left out. */
    private List<Arc> collapse(List<Arc> arcs) {
        List<Arc> collapsed = new ArrayList<>();
        for (Arc arc : arcs) {
            int last = collapsed.size() - 1;
            if (last >= 0 && joins(collapsed.get(last), arc)) {
                collapsed.set(last, join(collapsed.get(last), arc));
            } else {
                collapsed.add(arc);
            }
        }
        return collapsed;
    }

    private boolean joins(Arc before, Arc after) {
        boolean process = isProcess(before) && isProcess(after);
        boolean time = isTime(before) && isTime(after);
        return process || (time && store.completed[before.from()] < store.invoked[after.to()]);
    }

    private static Arc join(Arc before, Arc after) {
        boolean process = isProcess(before) && isProcess(after);
        Dependency dependency = process ? Dependency.PROCESS : Dependency.REALTIME;
        return new Arc(before.from(), after.to(), dependency);
    }

    private static boolean isProcess(Arc arc) {
        return arc.dependency() == Dependency.PROCESS;
    }

    private static boolean isTime(Arc arc) {
        return isProcess(arc) || arc.dependency() == Dependency.REALTIME;
    }

    private String reason(Arc arc, String from, String to) {
        return switch (arc.dependency()) {
            case WW -> overwrote(arc, from, to);
            case WR -> read(arc, from, to);
            case RW -> missed(arc, from, to);
            case PROCESS ->
                "process " + store.process[arc.from()] + " ran " + from + " before " + to;
            case REALTIME ->
                from + " completed at event " + store.completed[arc.from()] + " before " + to
                        + " began at event " + store.invoked[arc.to()];
        };
    }

    private String overwrote(Arc arc, String from, String to) {
        return to + "'s " + narrator.write(version(arc, Edges.WW)) + " came after " + from + "'s"
                + (store.lists || !assumed ? "" : " (by what is assumed of keys)");
    }

    private String read(Arc arc, String from, String to) {
        int version = version(arc, Edges.WR);
        int key = store.versions.key(version);
        int read = firstRead(arc.to(), key);
        return to + " read " + narrator.key(key) + " as " + narrator.read(read) + " and so saw "
                + from + "'s " + narrator.write(version);
    }

    private String missed(Arc arc, String from, String to) {
        int version = version(arc, Edges.RW);
        int key = store.versions.key(version);
        int read = firstRead(arc.from(), key);
        return from + " read " + narrator.key(key) + " as " + narrator.read(read) + ", before " + to
                + "'s " + narrator.write(version);
    }

    /** The version written last by the second of the two, or read by it. */
    private int version(Arc arc, byte type) {
        for (int e = graph.begin(arc.from()); e < graph.begin(arc.from() + 1); e++) {
            if (graph.target(e) == arc.to() && graph.type(e) == type) {
                return graph.note(e);
            }
        }
        throw new AssertionError("no " + type + " edge from " + arc.from() + " to " + arc.to());
    }

    private int firstRead(int t, int key) {
        for (int op = store.first[t]; op < store.first[t + 1]; op++) {
            if (store.key[op] == key && store.kind[op] == Transactions.READ) {
                return op;
            }
        }
        throw new AssertionError("transaction " + t + " does not read key " + key);
    }
}
