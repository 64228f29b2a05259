package dev.weevil.checker.serializability;

/** Resolves the version each read of a register saw, and reports values that cannot be. */
final class RegisterReads {

    private final Transactions store;
    private final Versions versions;
    private final Knowledge knowledge;
    private final Findings findings;
    private final Narrator narrator;

    RegisterReads(Transactions store, Knowledge knowledge, Findings findings) {
        this.store = store;
        this.versions = store.versions;
        this.knowledge = knowledge;
        this.findings = findings;
        this.narrator = new Narrator(store);
    }

    /** Later reads of a transaction repeat what it knew, or were struck: only first ones tell. */
    void resolve(int[] previous) {
        for (int t = 0; t < store.count; t++) {
            for (int op = store.first[t]; store.isOk(t) && op < store.first[t + 1]; op++) {
                boolean first =
                        store.kind[op] == Transactions.READ && previous[op] == OperationLinks.FIRST;
                if (first && !knowledge.ambiguous.get(store.key[op])) {
                    resolve(t, op);
                }
            }
        }
    }

    private void resolve(int t, int op) {
        if (store.argument[op] == null) {
            store.version[op] = Versions.INITIAL;
            return;
        }
        int version = versions.intern(store.key[op], store.argument[op]);
        if (versions.unwritten(version)) {
            AbortedReads.unwritten(findings, narrator, t, version);
        } else if (versions.writer(version) == t && writtenFrom(op, t, version)) {
            findings.add(
                    Anomaly.FUTURE_READ,
                    new int[] {t},
                    () -> "T1 read "
                            + narrator.key(store.key[op]) + " as " + narrator.read(op)
                            + ", and wrote that only later.");
        } else {
            store.version[op] = version;
            knowledge.observed(versions, version);
            if (versions.aborted(version)) {
                aborted(t, op, version);
            }
        }
    }

    private boolean writtenFrom(int op, int t, int version) {
        for (int later = op; later < store.first[t + 1]; later++) {
            if (store.kind[later] == Transactions.WRITE && store.version[later] == version) {
                return true;
            }
        }
        return false;
    }

    /** A dirty update if the reader went on to write the key, else an aborted read. */
    private void aborted(int t, int op, int version) {
        for (int later = op; later < store.first[t + 1]; later++) {
            boolean write = store.kind[later] == Transactions.WRITE;
            if (write && store.key[later] == store.key[op]) {
                int[] involved = {versions.failedWriter(version), t, t};
                AbortedReads.updated(findings, narrator, involved, version);
                return;
            }
        }
        AbortedReads.aborted(findings, narrator, versions, t, version);
    }
}
