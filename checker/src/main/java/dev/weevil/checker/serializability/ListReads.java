package dev.weevil.checker.serializability;

import java.util.Arrays;

/** What a list's order and reads show besides cycles: aborted and unwritten elements, futures. */
final class ListReads {

    private final Transactions store;
    private final Versions versions;
    private final ListOrders orders;
    private final Knowledge knowledge;
    private final Findings findings;
    private final Narrator narrator;

    ListReads(Transactions store, ListOrders orders, Knowledge knowledge, Findings findings) {
        this.store = store;
        this.versions = store.versions;
        this.orders = orders;
        this.knowledge = knowledge;
        this.findings = findings;
        this.narrator = new Narrator(store);
    }

    void check(int[] previous) {
        for (int key = 0; key < store.keys.size(); key++) {
            checkElements(key);
        }
        checkOwnOrder(previous);
        checkFutures();
    }

    /** An aborted element is a dirty update if a committed one follows it, else an aborted read. */
    private void checkElements(int key) {
        int successor = Versions.NOBODY;
        int reader = orders.longestReader(key);
        for (int i = orders.length(key) - 1; i >= 0; i--) {
            int version = orders.at(key, i);
            if (versions.unwritten(version)) {
                knowledge.disordered.set(key);
                AbortedReads.unwritten(findings, narrator, reader, version);
            } else if (!versions.aborted(version)) {
                successor = versions.writer(version);
            } else if (successor == Versions.NOBODY) {
                AbortedReads.aborted(findings, narrator, versions, reader, version);
            } else {
                int[] involved = {versions.failedWriter(version), successor, reader};
                AbortedReads.updated(findings, narrator, involved, version);
            }
        }
    }

    /** Elements of one transaction stand in the order in which it appended them. */
    private void checkOwnOrder(int[] previous) {
        for (int op = 0; op < store.operations(); op++) {
            int before = op;
            while (store.kind[op] == Transactions.WRITE && previous[before] >= 0) {
                before = previous[before];
                if (store.kind[before] == Transactions.WRITE) {
                    compare(store.version[before], store.version[op]);
                    break;
                }
            }
        }
    }

    private void compare(int earlier, int later) {
        int key = versions.key(earlier);
        int writer = versions.writer(earlier);
        boolean contrary =
                orders.position(later) >= 0 && orders.position(earlier) > orders.position(later);
        if (contrary && writer != Versions.NOBODY && knowledge.ordered(key)) {
            knowledge.disordered.set(key);
            int[] involved = {writer, orders.longestReader(key)};
            findings.add(
                    Anomaly.INCOMPATIBLE_ORDER,
                    involved,
                    () -> "T2 saw the "
                            + narrator.write(later) + " before the " + narrator.write(earlier)
                            + ", but T1 appended them the other way round.");
        }
    }

    private void checkFutures() {
        int[] least = new int[store.keys.size()];
        int[] stamp = new int[store.keys.size()];
        Arrays.fill(stamp, -1);
        for (int t = 0; t < store.count; t++) {
            for (int op = store.first[t + 1] - 1; store.isOk(t) && op >= store.first[t]; op--) {
                int key = store.key[op];
                int position = store.version[op] < 0 ? -1 : orders.position(store.version[op]);
                if (position < 0) {
                    continue;
                }
                if (store.kind[op] == Transactions.WRITE) {
                    least[key] = stamp[key] == t ? Math.min(least[key], position) : position;
                    stamp[key] = t;
                } else if (stamp[key] == t && position >= least[key]) {
                    future(t, op);
                }
            }
        }
    }

    private void future(int t, int op) {
        store.version[op] = Versions.NONE;
        findings.add(
                Anomaly.FUTURE_READ,
                new int[] {t},
                () -> "T1 read "
                        + narrator.key(store.key[op]) + " as " + narrator.read(op)
                        + ", and appended an element of it only later.");
    }
}
