package dev.weevil.checker.serializability;

import java.util.Arrays;

/**
 * Who overwrote whom, in registers, as far as the order of versions is known. The order that follows
 * from a transaction's own read and write is already an edge from writer to reader: it adds
 * anti-dependencies only.
 */
final class RegisterEdges {

    private final Transactions store;
    private final RegisterOrders orders;
    private final Knowledge knowledge;
    private final Accesses accesses;
    private final Edges edges;
    private final Buckets readers;
    private final int[] lastSource;

    RegisterEdges(
            Transactions store,
            RegisterOrders orders,
            Knowledge knowledge,
            Accesses accesses,
            Edges edges) {
        this.store = store;
        this.orders = orders;
        this.knowledge = knowledge;
        this.accesses = accesses;
        this.edges = edges;
        this.readers = new Buckets(orders.graph().vertices());
        this.lastSource = new int[orders.graph().vertices()];
    }

    void add() {
        for (int a = 0; a < accesses.size(); a++) {
            if (accesses.read(a) != Versions.NONE) {
                int vertex = orders.vertex(accesses.read(a), accesses.key(a));
                readers.add(vertex, accesses.transaction(a));
            }
        }
        Arrays.fill(lastSource, Versions.NOBODY);
        for (int vertex = 0; vertex < orders.graph().vertices(); vertex++) {
            if (knowledge.ordered(orders.key(vertex))) {
                add(vertex);
            }
        }
    }

    private void add(int vertex) {
        int writer = store.versions.writer(orders.version(vertex));
        DependencyGraph graph = orders.graph();
        for (int e = graph.begin(vertex); e < graph.begin(vertex + 1); e++) {
            int version = orders.version(graph.target(e));
            int next = store.versions.writer(version);
            if (next == Versions.NOBODY || !knowledge.committed.get(next)) {
                continue;
            }
            boolean assumed = graph.type(e) != RegisterOrders.READ_BEFORE_WRITE;
            if (assumed && writer != Versions.NOBODY && knowledge.committed.get(writer)) {
                edges.add(writer, next, Edges.WW, version);
            }
            // Several reasons may order the same two versions: their readers follow once.
            if (lastSource[graph.target(e)] != vertex) {
                lastSource[graph.target(e)] = vertex;
                readers.forEach(vertex, reader -> edges.add(reader, next, Edges.RW, version));
            }
        }
    }
}
