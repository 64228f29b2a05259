package dev.weevil.checker.serializability;

import java.util.Arrays;

/**
 * What each committed transaction did to each key, as others see it: the version it read before it
 * wrote the key, and the last version it wrote. In columns, by transaction and first touch.
 */
final class Accesses {

    private final IntColumn transactions = new IntColumn();
    private final IntColumn keys = new IntColumn();
    private final IntColumn read = new IntColumn();
    private final IntColumn readOperations = new IntColumn();
    private final IntColumn written = new IntColumn();
    private final int[] finals;

    private Accesses(int versions) {
        this.finals = new int[versions];
        Arrays.fill(finals, Versions.NONE);
    }

    static Accesses of(Transactions store, Knowledge knowledge) {
        Accesses accesses = new Accesses(store.versions.size());
        int[] latest = new int[store.keys.size()];
        Arrays.fill(latest, -1);
        for (int t = 0; t < store.count; t++) {
            if (knowledge.committed.get(t)) {
                accesses.add(t, store, knowledge, latest);
            }
        }
        return accesses;
    }

    private void add(int t, Transactions store, Knowledge knowledge, int[] latest) {
        int begin = size();
        for (int op = store.first[t]; op < store.first[t + 1]; op++) {
            int key = store.key[op];
            if (knowledge.ambiguous.get(key)) {
                continue;
            }
            boolean write = store.kind[op] == Transactions.WRITE;
            if (latest[key] < begin) {
                latest[key] = size();
                boolean seen = !write && store.isOk(t);
                begin(t, key, seen ? foreign(store, t, op) : Versions.NONE, op);
            }
            if (write) {
                written.set(latest[key], store.version[op]);
            }
        }
        for (int op = store.first[t]; op < store.first[t + 1]; op++) {
            if (store.kind[op] == Transactions.WRITE && latest[store.key[op]] >= begin) {
                finals[store.version[op]] = written.get(latest[store.key[op]]);
            }
        }
    }

    /** The version read, unless it was the transaction's own. */
    private static int foreign(Transactions store, int t, int op) {
        int version = store.version[op];
        return store.versions.writer(version) == t ? Versions.NONE : version;
    }

    private void begin(int t, int key, int version, int op) {
        transactions.add(t);
        keys.add(key);
        read.add(version);
        readOperations.add(op);
        written.add(Versions.NONE);
    }

    int size() {
        return transactions.size();
    }

    int transaction(int access) {
        return transactions.get(access);
    }

    int key(int access) {
        return keys.get(access);
    }

    /** The version read before any own write, or {@link Versions#NONE}. */
    int read(int access) {
        return read.get(access);
    }

    int readOperation(int access) {
        return readOperations.get(access);
    }

    /** The last version written, or {@link Versions#NONE}. */
    int written(int access) {
        return written.get(access);
    }

    /** The version its writer left behind when it committed; the version itself if that is it. */
    int installed(int version) {
        return version < 0 || finals[version] == Versions.NONE ? version : finals[version];
    }

    boolean intermediate(int version) {
        return version >= 0 && installed(version) != version;
    }
}
