package dev.weevil.checker.serializability;

import java.util.BitSet;

/**
 * What the reads of a history say about its transactions and keys: who certainly committed, and which
 * keys give no order.
 */
final class Knowledge {

    /** Transactions that committed: ok, or info with a write that was read. */
    final BitSet committed = new BitSet();

    /** Keys whose reads contradict each other: reads still tell who was read, but no order. */
    final BitSet disordered = new BitSet();

    /** Keys with a value that two transactions may have written: reads of them tell nothing. */
    final BitSet ambiguous = new BitSet();

    Knowledge(Transactions store) {
        for (int t = 0; t < store.count; t++) {
            committed.set(t, store.isOk(t));
        }
        for (int version = 0; version < store.versions.size(); version++) {
            if (store.versions.rival(version) != Versions.NOBODY) {
                ambiguous.set(store.versions.key(version));
            }
        }
    }

    boolean ordered(int key) {
        return !disordered.get(key) && !ambiguous.get(key);
    }

    /** A read saw this version: its writer, unless it failed, committed. */
    void observed(Versions versions, int version) {
        if (versions.writer(version) != Versions.NOBODY) {
            committed.set(versions.writer(version));
        }
    }
}
