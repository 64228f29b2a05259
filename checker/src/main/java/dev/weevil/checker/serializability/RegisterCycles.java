package dev.weevil.checker.serializability;

import java.util.ArrayList;
import java.util.List;

/** Registers whose versions precede one another in a circle: reported, and of no order. */
final class RegisterCycles {

    private final Transactions store;
    private final RegisterOrders orders;
    private final Narrator narrator;

    private RegisterCycles(Transactions store, RegisterOrders orders) {
        this.store = store;
        this.orders = orders;
        this.narrator = new Narrator(store);
    }

    static void report(
            Transactions store, RegisterOrders orders, Knowledge knowledge, Findings findings) {
        Components components = Components.of(orders.graph(), Edges.ALL);
        if (components.count() == 0) {
            return;
        }
        RegisterCycles cycles = new RegisterCycles(store, orders);
        AnyCycle anyCycle = new AnyCycle(orders.graph(), components, Edges.ALL);
        for (int[] members : components.members()) {
            knowledge.disordered.set(orders.key(members[0]));
            List<Integer> cycle = anyCycle.through(members[0]);
            int[] involved = cycles.involved(cycle);
            findings.add(Anomaly.CYCLIC_VERSIONS, involved, () -> cycles.words(cycle, involved));
        }
    }

    private int[] involved(List<Integer> cycle) {
        List<Integer> transactions = new ArrayList<>();
        for (int edge : cycle) {
            for (int t : orders.witnesses(edge)) {
                if (!transactions.contains(t)) {
                    transactions.add(t);
                }
            }
        }
        return transactions.stream().mapToInt(Integer::intValue).toArray();
    }

    private String words(List<Integer> cycle, int[] involved) {
        StringBuilder words = new StringBuilder("the versions of ");
        words.append(narrator.key(orders.key(orders.graph().target(cycle.get(0)))));
        words.append(" form a circle: ");
        int last = orders.graph().target(cycle.get(cycle.size() - 1));
        for (int edge : cycle) {
            int next = orders.graph().target(edge);
            words.append(value(last)).append(" came before ").append(value(next));
            words.append(", because ").append(reason(edge, involved)).append("; ");
            last = next;
        }
        return words.append("a contradiction.").toString();
    }

    private String value(int vertex) {
        int version = orders.version(vertex);
        return version == Versions.INITIAL ? "nil" : String.valueOf(store.versions.value(version));
    }

    private String reason(int edge, int[] involved) {
        int[] witnesses = orders.witnesses(edge);
        if (witnesses.length == 0) {
            return "every register begins as nil";
        }
        String first = name(witnesses[0], involved);
        String second = name(witnesses[witnesses.length - 1], involved);
        return switch (orders.graph().type(edge)) {
            case RegisterOrders.READ_BEFORE_WRITE -> first + " read the one and wrote the other";
            case RegisterOrders.ASSUMED_SEQUENTIAL ->
                "one process ran " + first + " before " + second + " (keys are assumed sequential)";
            default ->
                first + " completed before " + second + " began (keys are assumed linearizable)";
        };
    }

    private static String name(int transaction, int[] involved) {
        int position = 0;
        while (involved[position] != transaction) {
            position++;
        }
        return Narrator.name(position);
    }
}
