package dev.weevil.checker.serializability;

/**
 * Dependencies between transactions as they are found, up to a limit. A dependency on data is noted with
 * the version the second transaction wrote or read.
 */
final class Edges {

    static final byte WW = 1;
    static final byte WR = 2;
    static final byte RW = 4;
    static final byte PROCESS = 8;
    static final byte REALTIME = 16;
    static final int DATA = WW | WR | RW;
    static final int ALL = DATA | PROCESS | REALTIME;

    /** In place of a note: the edge has none. */
    static final int NO_NOTE = -1;

    private final IntColumn from = new IntColumn();
    private final IntColumn to = new IntColumn();
    private final IntColumn typesAndNotes = new IntColumn();
    private final int limit;
    private long omitted;
    private boolean data;

    Edges(int limit) {
        this.limit = limit;
    }

    void add(int source, int target, byte type) {
        add(source, target, type, NO_NOTE);
    }

    /** An edge from a transaction to itself says nothing and is not kept. */
    void add(int source, int target, byte type, int note) {
        if (source == target) {
            return;
        }
        data |= (type & DATA) != 0;
        if (from.size() >= limit) {
            omitted++;
            return;
        }
        from.add(source);
        to.add(target);
        typesAndNotes.add((note + 1) << 5 | type);
    }

    int size() {
        return from.size();
    }

    int from(int edge) {
        return from.get(edge);
    }

    int to(int edge) {
        return to.get(edge);
    }

    int typeAndNote(int edge) {
        return typesAndNotes.get(edge);
    }

    /** How many did not fit. */
    long omitted() {
        return omitted;
    }

    /** Whether any transaction depends on another by what it read or wrote. */
    boolean anyData() {
        return data;
    }
}
