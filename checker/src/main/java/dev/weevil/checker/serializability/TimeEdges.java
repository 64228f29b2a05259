package dev.weevil.checker.serializability;

import dev.weevil.checker.serializability.Buffered.Precedence;

import java.util.HashMap;
import java.util.Map;

/** The orders time imposes on committed transactions: within each process, and between all. */
final class TimeEdges {

    private TimeEdges() {}

    /** From each transaction of a process to its next. */
    static void addProcess(Transactions store, Knowledge knowledge, Edges edges) {
        Map<Integer, Integer> latest = new HashMap<>();
        for (int t = 0; t < store.count; t++) {
            if (knowledge.committed.get(t)) {
                Integer before = latest.put(store.process[t], t);
                if (before != null) {
                    edges.add(before, t, Edges.PROCESS);
                }
            }
        }
    }

    static void addRealtime(Transactions store, Knowledge knowledge, Edges edges) {
        int[] committed = knowledge.committed.stream().toArray();
        Precedence link = (before, after) -> edges.add(before, after, Edges.REALTIME);
        Buffered.reduce(store, committed, committed.length, link);
    }
}
