package dev.weevil.checker.serializability;

import java.util.List;

/**
 * A cycle of dependencies. Each transaction leads to the next one, the last to the first.
 *
 * @param types all dependencies between each transaction and the next, as bits
 * @param shortest whether no shorter one of its kind is in its component
 */
record Cycle(
        List<Integer> transactions, List<Integer> types, OrderFamily family, boolean shortest) {

    Cycle {
        transactions = List.copyOf(transactions);
        types = List.copyOf(types);
    }

    int size() {
        return transactions.size();
    }

    List<Link> links() {
        return types.stream().map(bits -> Link.of(bits, family)).toList();
    }

    Anomaly anomaly() {
        List<Link> links = links();
        OrderFamily used = links.contains(Link.ORDER) ? family : OrderFamily.DATA_ONLY;
        return CyclePattern.of(links).anomaly(used);
    }

    Cycle notShortest() {
        return new Cycle(transactions, types, family, false);
    }
}
