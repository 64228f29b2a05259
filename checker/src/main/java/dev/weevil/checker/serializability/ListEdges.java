package dev.weevil.checker.serializability;

import java.util.Arrays;

/**
 * Who overwrote whom, in lists: from the writer of each version to the writer of the next one, and
 * from its readers likewise.
 *
 * <p>A committed append that no read saw comes after the longest read: an edge leads to it from the
 * last writer and from all who read the key at its longest. (Elle leaves these out; with them a lost
 * append is found although nobody ever reads it.) Between may lie other unseen appends, so such an edge
 * may stand for an anti-dependency and overwrites after it; that counts as the same kind of cycle.
 */
final class ListEdges {

    private final Transactions store;
    private final Versions versions;
    private final ListOrders orders;
    private final Knowledge knowledge;
    private final Accesses accesses;
    private final Edges edges;
    /** The next version by another transaction, by version and then by key for the initial one. */
    private final int[] successor;

    private ListEdges(
            Transactions store,
            ListOrders orders,
            Knowledge knowledge,
            Accesses accesses,
            Edges edges) {
        this.store = store;
        this.versions = store.versions;
        this.orders = orders;
        this.knowledge = knowledge;
        this.accesses = accesses;
        this.edges = edges;
        this.successor = new int[versions.size() + store.keys.size()];
        Arrays.fill(successor, Versions.NONE);
    }

    static void add(
            Transactions store,
            ListOrders orders,
            Knowledge knowledge,
            Accesses accesses,
            Edges edges) {
        ListEdges lists = new ListEdges(store, orders, knowledge, accesses, edges);
        for (int key = 0; key < store.keys.size(); key++) {
            if (knowledge.ordered(key)) {
                lists.overwrites(key);
            }
        }
        lists.antiDependencies();
        lists.unseen();
    }

    /** Backwards along the order, passing over aborted versions and those of the same writer. */
    private void overwrites(int key) {
        int next = Versions.NONE;
        for (int i = orders.length(key) - 1; i >= 0; i--) {
            int version = orders.at(key, i);
            int writer = versions.writer(version);
            if (next != Versions.NONE && versions.writer(next) == writer) {
                successor[version] = successor[next];
            } else {
                successor[version] = next;
                link(writer, next, Edges.WW);
            }
            next = writer == Versions.NOBODY ? next : version;
        }
        successor[initial(key)] = next;
    }

    /** To the writer of a version, from a transaction that comes before it. */
    private void link(int before, int version, byte type) {
        if (before != Versions.NOBODY && version != Versions.NONE) {
            edges.add(before, versions.writer(version), type, version);
        }
    }

    private int initial(int key) {
        return versions.size() + key;
    }

    private int successor(int version, int key) {
        return successor[version == Versions.INITIAL ? initial(key) : version];
    }

    private void antiDependencies() {
        for (int a = 0; a < accesses.size(); a++) {
            int key = accesses.key(a);
            if (accesses.read(a) != Versions.NONE && knowledge.ordered(key)) {
                link(accesses.transaction(a), successor(accesses.read(a), key), Edges.RW);
            }
        }
    }

    private void unseen() {
        Buckets appends = new Buckets(store.keys.size());
        for (int v = 0; v < versions.size(); v++) {
            int writer = versions.writer(v);
            if (orders.position(v) < 0
                    && writer != Versions.NOBODY
                    && knowledge.committed.get(writer)
                    && knowledge.ordered(versions.key(v))) {
                appends.add(versions.key(v), v);
            }
        }
        Buckets readers = new Buckets(store.keys.size());
        for (int a = 0; a < accesses.size(); a++) {
            int key = accesses.key(a);
            if (!appends.isEmpty(key)
                    && accesses.read(a) != Versions.NONE
                    && successor(accesses.read(a), key) == Versions.NONE) {
                readers.add(key, accesses.transaction(a));
            }
        }
        appends.forEach((key, version) -> unseen(key, version, readers));
    }

    private void unseen(int key, int version, Buckets readers) {
        int writer = versions.writer(version);
        int last = lastCommitted(key);
        int lastWriter = versions.writer(last);
        if (lastWriter == writer && appendedAfter(version, last, writer)) {
            // What is missing is the end of the last writer's own appends: that is a G1b, no cycle.
            return;
        }
        link(lastWriter, version, Edges.WW);
        readers.forEach(key, reader -> link(reader, version, Edges.RW));
    }

    private int lastCommitted(int key) {
        int i = orders.length(key) - 1;
        while (i >= 0 && versions.writer(orders.at(key, i)) == Versions.NOBODY) {
            i--;
        }
        return i < 0 ? Versions.INITIAL : orders.at(key, i);
    }

    private boolean appendedAfter(int version, int other, int writer) {
        for (int op = store.first[writer]; op < store.first[writer + 1]; op++) {
            if (store.kind[op] == Transactions.WRITE && store.version[op] == other) {
                return true;
            }
            if (store.kind[op] == Transactions.WRITE && store.version[op] == version) {
                return false;
            }
        }
        return false;
    }
}
