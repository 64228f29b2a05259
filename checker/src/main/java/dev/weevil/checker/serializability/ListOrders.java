package dev.weevil.checker.serializability;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of the versions of each list: its longest read. Every other read must be a prefix of it,
 * and each list holds an element once.
 *
 * <p>Reads are compared with the longest seen so far element by element, so only what makes it longer
 * is looked up. Lists that break the rules make their key disordered.
 */
final class ListOrders {

    private final Transactions store;
    private final Versions versions;
    private final Knowledge knowledge;
    private final Findings findings;
    private final Narrator narrator;
    private final int[][] order;
    private final int[] length;
    private final int[] longestReader;
    private final IntColumn positions = new IntColumn();

    private ListOrders(Transactions store, Knowledge knowledge, Findings findings) {
        this.store = store;
        this.versions = store.versions;
        this.knowledge = knowledge;
        this.findings = findings;
        this.narrator = new Narrator(store);
        int keys = store.keys.size();
        this.order = new int[keys][];
        this.length = new int[keys];
        this.longestReader = new int[keys];
        Arrays.fill(order, new int[0]);
        Arrays.fill(longestReader, Versions.NOBODY);
        growPositions();
    }

    /** Resolves the version each read saw, and reports lists that cannot be. */
    static ListOrders of(
            Transactions store, BitSet struck, Knowledge knowledge, Findings findings) {
        ListOrders orders = new ListOrders(store, knowledge, findings);
        for (int t = 0; t < store.count; t++) {
            for (int op = store.first[t]; store.isOk(t) && op < store.first[t + 1]; op++) {
                boolean read = store.kind[op] == Transactions.READ;
                if (read && !struck.get(op) && !knowledge.ambiguous.get(store.key[op])) {
                    orders.read(t, op);
                }
            }
        }
        return orders;
    }

    int length(int key) {
        return length[key];
    }

    int at(int key, int position) {
        return order[key][position];
    }

    /** Where the version stands in its key's order, or -1 if no read in order saw it. */
    int position(int version) {
        return positions.get(version);
    }

    /** A transaction that read the key at its longest. */
    int longestReader(int key) {
        return longestReader[key];
    }

    private void read(int t, int op) {
        int key = store.key[op];
        List<?> list = InternalReads.elements(store, op);
        int known = Math.min(length[key], list.size());
        int[] chain = order[key];
        for (int i = 0; i < known; i++) {
            if (!versions.value(chain[i]).equals(list.get(i))) {
                contradiction(t, op, list);
                return;
            }
        }
        for (int i = known; i < list.size(); i++) {
            if (!extend(key, list.get(i), t)) {
                contradiction(t, op, list);
                return;
            }
        }
        store.version[op] = list.isEmpty() ? Versions.INITIAL : order[key][list.size() - 1];
    }

    private boolean extend(int key, Object element, int reader) {
        int version = versions.intern(key, element);
        growPositions();
        if (positions.get(version) >= 0) {
            return false;
        }
        if (length[key] == order[key].length) {
            order[key] = Arrays.copyOf(order[key], Math.max(8, length[key] * 2));
        }
        positions.set(version, length[key]);
        order[key][length[key]++] = version;
        longestReader[key] = reader;
        knowledge.observed(versions, version);
        return true;
    }

    private void growPositions() {
        while (positions.size() < versions.size()) {
            positions.add(-1);
        }
    }

    /** A list that is no prefix: twice an element, or another order than that of the longest read. */
    private void contradiction(int t, int op, List<?> list) {
        int key = store.key[op];
        int other = longestReader[key];
        knowledge.disordered.set(key);
        Set<Object> seen = new HashSet<>();
        boolean twice = false;
        for (Object element : list) {
            int version = versions.intern(key, element);
            growPositions();
            knowledge.observed(versions, version);
            store.version[op] = version;
            if (!seen.add(element)) {
                twice = true;
            } else if (positions.get(version) < 0) {
                suspect(t, version);
            }
        }
        if (twice) {
            findings.add(
                    Anomaly.DUPLICATE_ELEMENTS,
                    new int[] {t},
                    () -> "T1 read "
                            + narrator.key(key) + " as " + narrator.read(op)
                            + ", which holds an element twice, although it was appended once.");
        } else {
            findings.add(
                    Anomaly.INCOMPATIBLE_ORDER,
                    new int[] {other, t},
                    () -> "T1 and T2 read "
                            + narrator.key(key)
                            + " as lists of which neither is a prefix of the other,"
                            + " yet elements are only ever appended.");
        }
    }

    /** An element outside of the order that nobody wrote, or a failed transaction. */
    private void suspect(int t, int version) {
        if (versions.unwritten(version)) {
            AbortedReads.unwritten(findings, narrator, t, version);
        } else if (versions.aborted(version)) {
            AbortedReads.aborted(findings, narrator, versions, t, version);
        }
    }
}
