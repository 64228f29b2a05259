package dev.weevil.checker.serializability;

/** From the writer of each version to the transactions that read it. */
final class ReadEdges {

    private ReadEdges() {}

    static void add(Transactions store, Knowledge knowledge, Accesses accesses, Edges edges) {
        for (int a = 0; a < accesses.size(); a++) {
            int writer = store.versions.writer(accesses.read(a));
            if (writer != Versions.NOBODY && knowledge.committed.get(writer)) {
                edges.add(writer, accesses.transaction(a), Edges.WR, accesses.read(a));
            }
        }
    }
}
