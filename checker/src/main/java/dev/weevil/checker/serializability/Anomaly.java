package dev.weevil.checker.serializability;

/**
 * What can be wrong with a history of transactions.
 *
 * <p>Cycles are named after Adya by the edges they need, in order of severity; {@code -item} says that
 * every anti-dependency comes from a read of a single key, as all reads of these workloads do;
 * {@code -process} and {@code -realtime} that the cycle also needs the order within a process, or that
 * of real time. The forms without {@code -item} are never found by themselves: they are implied.
 */
public enum Anomaly {
    /** A value was read that nobody wrote. */
    UNWRITTEN_READ("unwritten-read"),
    /** A list was read that holds one appended value twice. */
    DUPLICATE_ELEMENTS("duplicate-elements"),
    /** Two reads of a list, neither a prefix of the other. */
    INCOMPATIBLE_ORDER("incompatible-order"),
    /** A key's versions precede one another in a circle. */
    CYCLIC_VERSIONS("cyclic-versions"),
    /** A transaction disagrees with its own earlier reads and writes. */
    INTERNAL("internal"),
    /** A transaction read what it wrote only later. */
    FUTURE_READ("future-read"),
    /** A value was read whose writer failed. */
    G1A("G1a"),
    /** A value was read that its writer overwrote before committing. */
    G1B("G1b"),
    /** A committed write was built upon the write of a transaction that failed. */
    DIRTY_UPDATE("dirty-update"),
    /** Two committed transactions read the same version of a key and both overwrote it. */
    LOST_UPDATE("lost-update"),

    G0("G0"),
    G1C("G1c"),
    G_SINGLE("G-single"),
    G_SINGLE_ITEM("G-single-item"),
    G_NONADJACENT("G-nonadjacent"),
    G_NONADJACENT_ITEM("G-nonadjacent-item"),
    G2("G2"),
    G2_ITEM("G2-item"),

    G0_PROCESS("G0-process"),
    G1C_PROCESS("G1c-process"),
    G_SINGLE_PROCESS("G-single-process"),
    G_SINGLE_ITEM_PROCESS("G-single-item-process"),
    G_NONADJACENT_PROCESS("G-nonadjacent-process"),
    G_NONADJACENT_ITEM_PROCESS("G-nonadjacent-item-process"),
    G2_PROCESS("G2-process"),
    G2_ITEM_PROCESS("G2-item-process"),

    G0_REALTIME("G0-realtime"),
    G1C_REALTIME("G1c-realtime"),
    G_SINGLE_REALTIME("G-single-realtime"),
    G_SINGLE_ITEM_REALTIME("G-single-item-realtime"),
    G_NONADJACENT_REALTIME("G-nonadjacent-realtime"),
    G_NONADJACENT_ITEM_REALTIME("G-nonadjacent-item-realtime"),
    G2_REALTIME("G2-realtime"),
    G2_ITEM_REALTIME("G2-item-realtime");

    private final String label;

    Anomaly(String label) {
        this.label = label;
    }

    /** As the literature writes it: {@code G-single-item-process}. */
    public String label() {
        return label;
    }
}
