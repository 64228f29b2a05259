package dev.weevil.checker.serializability;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Compares the reads of each committed transaction with its own earlier operations. A read that
 * contradicts them is {@link Anomaly#INTERNAL} and says nothing further: it is struck.
 */
final class InternalReads {

    private final Transactions store;
    private final int[] previous;
    private final Findings findings;
    private final Narrator narrator;
    private final BitSet struck = new BitSet();

    private InternalReads(Transactions store, int[] previous, Findings findings) {
        this.store = store;
        this.previous = previous;
        this.findings = findings;
        this.narrator = new Narrator(store);
    }

    /** The reads that contradict their own transaction. */
    static BitSet struck(Transactions store, int[] previous, Findings findings) {
        InternalReads reads = new InternalReads(store, previous, findings);
        for (int t = 0; t < store.count; t++) {
            if (store.isOk(t)) {
                reads.check(t);
            }
        }
        return reads.struck;
    }

    private void check(int t) {
        for (int op = store.first[t]; op < store.first[t + 1]; op++) {
            boolean again =
                    store.kind[op] == Transactions.READ && previous[op] != OperationLinks.FIRST;
            if (again && !(store.lists ? listAgrees(op) : registerAgrees(op))) {
                struck.set(op);
                int read = op;
                findings.add(
                        Anomaly.INTERNAL,
                        new int[] {t},
                        () -> "T1 read "
                                + narrator.key(store.key[read]) + " as " + narrator.read(read)
                                + ", which disagrees with what it had itself read or written before.");
            }
        }
    }

    private boolean registerAgrees(int op) {
        return Objects.equals(store.argument[op], store.argument[previous[op]]);
    }

    /** What was last read, followed by all that was appended since. */
    private boolean listAgrees(int op) {
        List<?> found = elements(store, op);
        int end = found.size();
        int before = previous[op];
        while (before != OperationLinks.FIRST && store.kind[before] == Transactions.WRITE) {
            end--;
            if (end < 0 || !found.get(end).equals(store.argument[before])) {
                return false;
            }
            before = previous[before];
        }
        return before == OperationLinks.FIRST
                || found.subList(0, end).equals(elements(store, before));
    }

    /** The elements a read of a list returned; nil is the empty list. */
    static List<?> elements(Transactions store, int op) {
        return store.argument[op] instanceof List<?> list ? list : List.of();
    }
}
