package dev.weevil.checker.serializability;

import java.util.Arrays;

/** Looks through the accesses of committed transactions for what needs no cycle to be wrong. */
final class CommittedReads {

    private final Transactions store;
    private final Knowledge knowledge;
    private final Accesses accesses;
    private final Findings findings;
    private final Narrator narrator;

    CommittedReads(Transactions store, Knowledge knowledge, Accesses accesses, Findings findings) {
        this.store = store;
        this.knowledge = knowledge;
        this.accesses = accesses;
        this.findings = findings;
        this.narrator = new Narrator(store);
    }

    /** Reads of versions their writers went on to overwrite, of keys whose reads agree. */
    void intermediate() {
        for (int a = 0; a < accesses.size(); a++) {
            int version = accesses.read(a);
            if (accesses.intermediate(version) && knowledge.ordered(accesses.key(a))) {
                AbortedReads.intermediate(
                        findings, narrator, store.versions, accesses.transaction(a), version);
            }
        }
    }

    /** Pairs of transactions that read one version of a key and both wrote the key. */
    LostUpdates lostUpdates() {
        LostUpdates lost = new LostUpdates();
        int versions = store.versions.size();
        int[] updater = new int[versions + store.keys.size()];
        Arrays.fill(updater, Versions.NOBODY);
        for (int a = 0; a < accesses.size(); a++) {
            int version = accesses.read(a);
            if (version == Versions.NONE || accesses.written(a) == Versions.NONE) {
                continue;
            }
            int slot = version == Versions.INITIAL ? versions + accesses.key(a) : version;
            if (updater[slot] == Versions.NOBODY) {
                updater[slot] = a;
            } else {
                lost.add(accesses.transaction(updater[slot]), accesses.transaction(a));
                report(updater[slot], a);
            }
        }
        return lost;
    }

    private void report(int first, int second) {
        int[] involved = {accesses.transaction(first), accesses.transaction(second)};
        findings.add(
                Anomaly.LOST_UPDATE,
                involved,
                () -> "T1 and T2 both read "
                        + narrator.key(accesses.key(first)) + " as "
                        + narrator.read(accesses.readOperation(first))
                        + " and both wrote it: one of the two updates was lost.");
    }
}
