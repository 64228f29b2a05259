package dev.weevil.checker.serializability;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.serializability.Options.KeyOrder;
import dev.weevil.checker.serializability.TransactionVerdict.Outcome;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks histories of transactions: the one entry.
 *
 * <p>An event's function is {@code txn} and its value a list of micro-operations, each a list of three:
 * {@code ["append", key, value]} and {@code ["r", key, list]} for lists, {@code ["w", key, value]} and
 * {@code ["r", key, value]} for registers. No value may be written twice to one key by transactions
 * that may have committed, and {@code nil} never; reads of an empty list, or of a register never
 * written, return {@code null}. What an info transaction read is ignored.
 *
 * <p>Whatever is found refutes a level for certain; that nothing is found does not prove that a level
 * holds. A history that cannot be read, shows no dependency, or was only judged in part is {@link
 * Outcome#UNKNOWN}, never valid. Threads: any; starts none.
 */
public final class Serializability {

    private final History history;
    private final Transactions store;
    private final Options options;
    private final Findings findings;
    private final List<String> unknown = new ArrayList<>();

    private Serializability(History history, Transactions store, Options options) {
        this.history = history;
        this.store = store;
        this.options = options;
        this.findings = new Findings(new Narrator(store));
    }

    public static TransactionVerdict check(History history, Options options) {
        Transactions store;
        try {
            store = TransactionReader.read(history);
        } catch (UnreadableHistory refusal) {
            return new TransactionVerdict(
                    options.level(),
                    Outcome.UNKNOWN,
                    0,
                    List.of(),
                    Map.of(),
                    Set.of(),
                    List.of(refusal.getMessage()),
                    List.of());
        }
        Serializability check = new Serializability(history, store, options);
        check.run();
        return check.verdict();
    }

    private void run() {
        Knowledge knowledge = new Knowledge(store);
        Edges edges = new Edges(options.edgeLimit());
        int[] previous = OperationLinks.of(store);
        BitSet struck = InternalReads.struck(store, previous, findings);
        Accesses accesses = store.lists
                ? lists(knowledge, edges, previous, struck)
                : registers(knowledge, edges, previous);
        CommittedReads reads = new CommittedReads(store, knowledge, accesses, findings);
        reads.intermediate();
        LostUpdates lost = reads.lostUpdates();
        ReadEdges.add(store, knowledge, accesses, edges);
        boolean vacuous = !edges.anyData();
        TimeEdges.addProcess(store, knowledge, edges);
        TimeEdges.addRealtime(store, knowledge, edges);
        DependencyGraph graph = DependencyGraph.of(store.count, edges);
        boolean assumed = options.keyOrder() != KeyOrder.UNKNOWN;
        CycleNarrator words = new CycleNarrator(store, graph, assumed);
        CycleSearch cycles = new CycleSearch(graph, options, findings, lost, words);
        cycles.report();
        if (cycles.doubtful() > 0) {
            unknown.add(cycles.doubtful() + " groups of transactions that depend on each other in"
                    + " circles were not searched in full");
        }
        doubts(knowledge, edges, vacuous);
    }

    private Accesses lists(Knowledge knowledge, Edges edges, int[] previous, BitSet struck) {
        ListOrders orders = ListOrders.of(store, struck, knowledge, findings);
        new ListReads(store, orders, knowledge, findings).check(previous);
        Accesses accesses = Accesses.of(store, knowledge);
        ListEdges.add(store, orders, knowledge, accesses, edges);
        return accesses;
    }

    private Accesses registers(Knowledge knowledge, Edges edges, int[] previous) {
        new RegisterReads(store, knowledge, findings).resolve(previous);
        Accesses accesses = Accesses.of(store, knowledge);
        RegisterOrders orders = RegisterOrders.of(store, knowledge, accesses, options.keyOrder());
        RegisterCycles.report(store, orders, knowledge, findings);
        new RegisterEdges(store, orders, knowledge, accesses, edges).add();
        return accesses;
    }

    private void doubts(Knowledge knowledge, Edges edges, boolean vacuous) {
        if (store.count == 0) {
            unknown.add("the history holds no transaction");
        } else if (vacuous) {
            unknown.add("no transaction depends on another: of " + store.count
                    + " transactions none read or overwrote what another did");
        }
        for (int version = 0; version < store.versions.size(); version++) {
            int rival = store.versions.rival(version);
            if (rival != Versions.NOBODY) {
                int[] both = {store.versions.writer(version), rival};
                unknown.add("the " + new Narrator(store).write(version) + " was done at event "
                        + store.event[both[0]] + " and again at event " + store.event[both[1]]
                        + ": which of the two was read cannot be told, so nothing of this key is"
                        + " judged (" + knowledge.ambiguous.cardinality() + " such keys)");
                break;
            }
        }
        if (edges.omitted() > 0) {
            unknown.add(edges.omitted() + " dependencies beyond the limit of " + options.edgeLimit()
                    + " were left out");
        }
    }

    private TransactionVerdict verdict() {
        Map<Anomaly, Integer> counts = findings.counts();
        Set<Level> refuted = Refutation.refutedBy(counts.keySet());
        Outcome outcome = refuted.contains(options.level())
                ? Outcome.INVALID
                : unknown.isEmpty() ? Outcome.VALID : Outcome.UNKNOWN;
        List<Finding> examples = findings.examples();
        return new TransactionVerdict(
                options.level(),
                outcome,
                store.count,
                examples,
                counts,
                refuted,
                unknown,
                outcome == Outcome.INVALID ? culprits(examples) : List.of());
    }

    /** The transactions of the first finding that refutes the level. */
    private List<Operation> culprits(List<Finding> examples) {
        return examples.stream()
                .filter(found ->
                        Refutation.refutedBy(Set.of(found.anomaly())).contains(options.level()))
                .findFirst()
                .map(found -> new Culprits(history, store).of(found))
                .orElse(List.of());
    }
}
