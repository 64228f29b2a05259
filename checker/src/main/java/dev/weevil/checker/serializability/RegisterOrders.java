package dev.weevil.checker.serializability;

import dev.weevil.checker.serializability.Options.KeyOrder;

import java.util.HashMap;
import java.util.Map;

/**
 * What is known of the order of the versions of registers, as a graph over versions. A transaction
 * that read one version and wrote another put them in this order; what the options assume of keys adds
 * the order of each process, or of real time; the initial state comes before all.
 *
 * <p>Vertices are the versions by number, then the initial states of the keys. A version overwritten
 * by its own transaction counts as the one that transaction left.
 */
final class RegisterOrders {

    /** One transaction read the first and wrote the second: certain where committed reads are. */
    static final byte READ_BEFORE_WRITE = 1;

    static final byte ASSUMED_SEQUENTIAL = 2;
    static final byte ASSUMED_LINEARIZABLE = 4;

    private final Transactions store;
    private final Accesses accesses;
    private final int initials;
    private final Edges edges = new Edges(Integer.MAX_VALUE);
    private final IntColumn firstWitness = new IntColumn();
    private final IntColumn secondWitness = new IntColumn();
    private DependencyGraph graph;

    private RegisterOrders(Transactions store, Accesses accesses) {
        this.store = store;
        this.accesses = accesses;
        this.initials = store.versions.size();
        this.graph = DependencyGraph.of(0, edges);
    }

    static RegisterOrders of(
            Transactions store, Knowledge knowledge, Accesses accesses, KeyOrder assumed) {
        RegisterOrders orders = new RegisterOrders(store, accesses);
        orders.readBeforeWrite();
        switch (assumed) {
            case UNKNOWN -> {}
            case SEQUENTIAL -> orders.sequential();
            case LINEARIZABLE -> orders.linearizable();
        }
        orders.initialFirst(knowledge);
        orders.graph = DependencyGraph.of(orders.initials + store.keys.size(), orders.edges);
        return orders;
    }

    DependencyGraph graph() {
        return graph;
    }

    int vertex(int version, int key) {
        return version == Versions.INITIAL ? initials + key : accesses.installed(version);
    }

    /** The version of a vertex, {@link Versions#INITIAL} for the initial state of a key. */
    int version(int vertex) {
        return vertex < initials ? vertex : Versions.INITIAL;
    }

    int key(int vertex) {
        return vertex < initials ? store.versions.key(vertex) : vertex - initials;
    }

    /** The transactions that show an edge: one that read and wrote, or two in order. */
    int[] witnesses(int edge) {
        int witness = graph.note(edge);
        if (witness == Edges.NO_NOTE) {
            return new int[0];
        }
        int first = firstWitness.get(witness);
        int second = secondWitness.get(witness);
        return first == second ? new int[] {first} : new int[] {first, second};
    }

    private void link(int from, int to, byte reason, int first, int second) {
        if (from != to) {
            edges.add(from, to, reason, firstWitness.size());
            firstWitness.add(first);
            secondWitness.add(second);
        }
    }

    private void readBeforeWrite() {
        for (int a = 0; a < accesses.size(); a++) {
            if (accesses.read(a) != Versions.NONE && accesses.written(a) != Versions.NONE) {
                int t = accesses.transaction(a);
                int from = vertex(accesses.read(a), accesses.key(a));
                link(from, accesses.written(a), READ_BEFORE_WRITE, t, t);
            }
        }
    }

    private void sequential() {
        Map<Long, Integer> latest = new HashMap<>();
        for (int a = 0; a < accesses.size(); a++) {
            if (tells(a)) {
                int process = store.process[accesses.transaction(a)];
                Integer before = latest.put((long) process << 32 | accesses.key(a), a);
                if (before != null) {
                    follow(before, a, ASSUMED_SEQUENTIAL);
                }
            }
        }
    }

    private void linearizable() {
        Buckets byKey = new Buckets(store.keys.size());
        for (int a = accesses.size() - 1; a >= 0; a--) {
            if (tells(a)) {
                byKey.add(accesses.key(a), a);
            }
        }
        int[] accessOf = new int[store.count];
        int[] transactions = new int[store.count];
        for (int key = 0; key < store.keys.size(); key++) {
            int[] count = {0};
            byKey.forEach(key, a -> {
                int t = accesses.transaction(a);
                accessOf[t] = a;
                transactions[count[0]++] = t;
            });
            Buffered.reduce(
                    store,
                    transactions,
                    count[0],
                    (before, after) ->
                            follow(accessOf[before], accessOf[after], ASSUMED_LINEARIZABLE));
        }
    }

    /** Whether the access tells of any version. */
    private boolean tells(int a) {
        return accesses.read(a) != Versions.NONE || accesses.written(a) != Versions.NONE;
    }

    /** The last version the earlier access saw comes before the first of the later one. */
    private void follow(int earlier, int later, byte reason) {
        int key = accesses.key(earlier);
        int last = accesses.written(earlier) != Versions.NONE
                ? accesses.written(earlier)
                : accesses.read(earlier);
        int first = accesses.read(later) != Versions.NONE
                ? accesses.read(later)
                : accesses.written(later);
        link(
                vertex(last, key),
                vertex(first, key),
                reason,
                accesses.transaction(earlier),
                accesses.transaction(later));
    }

    /** Only to versions nothing else precedes: the others follow through these. */
    private void initialFirst(Knowledge knowledge) {
        boolean[] preceded = new boolean[initials + store.keys.size()];
        for (int e = 0; e < edges.size(); e++) {
            preceded[edges.to(e)] = true;
        }
        for (int version = 0; version < initials; version++) {
            int writer = store.versions.writer(version);
            boolean installed = writer != Versions.NOBODY
                    && knowledge.committed.get(writer)
                    && !accesses.intermediate(version);
            if (installed && !preceded[version]) {
                edges.add(initials + store.versions.key(version), version, READ_BEFORE_WRITE);
            }
        }
    }
}
