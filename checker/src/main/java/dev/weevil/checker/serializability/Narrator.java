package dev.weevil.checker.serializability;

import java.util.ArrayList;
import java.util.List;

/** Puts transactions, keys and values into words. */
final class Narrator {

    /** Of a longer list only the end is shown: what was read last is what matters. */
    private static final int SHOWN_ELEMENTS = 8;

    private static final int SHOWN_OPERATIONS = 32;

    private final Transactions store;

    Narrator(Transactions store) {
        this.store = store;
    }

    static String name(int position) {
        return "T" + (position + 1);
    }

    List<Finding.Participant> participants(int[] transactions) {
        List<Finding.Participant> participants = new ArrayList<>();
        for (int i = 0; i < transactions.length; i++) {
            int t = transactions[i];
            participants.add(new Finding.Participant(
                    name(i), store.process[t], store.event[t], operations(t)));
        }
        return participants;
    }

    /** {@code Let T1 = ...} on a line for each transaction. */
    String introduce(int[] transactions) {
        StringBuilder words = new StringBuilder("Let:\n");
        for (int i = 0; i < transactions.length; i++) {
            int t = transactions[i];
            words.append("  ")
                    .append(name(i))
                    .append(" = ")
                    .append(operations(t))
                    .append(" (")
                    .append(fate(t))
                    .append(", process ")
                    .append(store.process[t])
                    .append(", event ")
                    .append(store.event[t])
                    .append(")\n");
        }
        return words.append("Then:\n  ").toString();
    }

    private String fate(int t) {
        return switch (store.status[t]) {
            case Transactions.OK -> "ok";
            case Transactions.INFO -> "info";
            default -> "failed";
        };
    }

    private String operations(int t) {
        StringBuilder words = new StringBuilder();
        int end = Math.min(store.first[t + 1], store.first[t] + SHOWN_OPERATIONS);
        for (int op = store.first[t]; op < end; op++) {
            words.append(op == store.first[t] ? "" : " ").append(operation(op, store.isOk(t)));
        }
        return end < store.first[t + 1] ? words.append(" ...").toString() : words.toString();
    }

    private String operation(int op, boolean returned) {
        String key = key(store.key[op]);
        if (store.kind[op] == Transactions.WRITE) {
            return "[" + (store.lists ? "append " : "w ") + key + " " + store.argument[op] + "]";
        }
        return "[r " + key + (returned ? " " + read(op) : "") + "]";
    }

    String key(int key) {
        return String.valueOf(store.keys.get(key));
    }

    /** What a read returned. */
    String read(int op) {
        Object value = store.argument[op];
        if (value == null) {
            return store.lists ? "[]" : "nil";
        }
        if (value instanceof List<?> list && list.size() > SHOWN_ELEMENTS) {
            int from = list.size() - SHOWN_ELEMENTS;
            String end = list.subList(from, list.size()).toString();
            return "[" + from + " more, " + end.substring(1);
        }
        return String.valueOf(value);
    }

    /** {@code append of 3 to x} or {@code write of 3 to x}. */
    String write(int version) {
        return (store.lists ? "append of " : "write of ")
                + store.versions.value(version)
                + " to "
                + key(store.versions.key(version));
    }
}
