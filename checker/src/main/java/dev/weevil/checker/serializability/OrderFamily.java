package dev.weevil.checker.serializability;

/** Which orders besides the data's a cycle may use: none, that of processes, or that of real time. */
enum OrderFamily {
    DATA_ONLY(0),
    PROCESS(Edges.PROCESS),
    REALTIME(Edges.PROCESS | Edges.REALTIME);

    private final int mask;

    OrderFamily(int mask) {
        this.mask = mask;
    }

    /** The edge types of the orders it may use. */
    int mask() {
        return mask;
    }
}
