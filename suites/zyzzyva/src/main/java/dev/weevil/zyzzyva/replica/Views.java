package dev.weevil.zyzzyva.replica;

/** Which view a replica is in, on its way to, and bound by (5.1). */
final class Views {

    enum Phase {
        /** Working in the view. */
        NORMAL,
        /** Committed to leave for the view; its NEW-VIEW has not come. */
        CHANGING,
        /** Agreed with a NEW-VIEW; too few others have said so yet. */
        CONFIRMING
    }

    private long target;
    private long entered;
    private long promised;
    private Phase phase = Phase.NORMAL;

    /** v: the view it works in, or the one being started. */
    long target() {
        return target;
    }

    /** lv: the last view entered. */
    long entered() {
        return entered;
    }

    /** Nothing is accepted, acknowledged or answered in a view below this one. */
    long promised() {
        return promised;
    }

    Phase phase() {
        return phase;
    }

    boolean normal() {
        return phase == Phase.NORMAL;
    }

    /** Whether the replica works in just this view (A1). */
    boolean worksIn(long view) {
        return phase == Phase.NORMAL && view == target && view >= promised;
    }
}
