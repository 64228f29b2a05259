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

    /** V3: commits to leave for a view. */
    void change(long view) {
        target = view;
        promised = Math.max(promised, view);
        phase = Phase.CHANGING;
    }

    /** V11: has a NEW-VIEW for a view. */
    void confirm(long view) {
        target = view;
        promised = Math.max(promised, view);
        phase = Phase.CONFIRMING;
    }

    /** V15: works in the target from now on. */
    void enter() {
        entered = target;
        phase = Phase.NORMAL;
    }

    /** Takes up where an earlier life of the replica stood. A view it had only confirmed it awaits anew. */
    void restore(long lastTarget, long lastPromised, long lastEntered) {
        target = lastTarget;
        promised = lastPromised;
        entered = lastEntered;
        phase = lastTarget == lastEntered ? Phase.NORMAL : Phase.CHANGING;
    }

    /** How many views in succession have failed. */
    int failures() {
        return (int) Math.min(30, Math.max(0, target - entered - 1));
    }

    /** Whether the replica works in just this view (A1). */
    boolean worksIn(long view) {
        return phase == Phase.NORMAL && view == target && view >= promised;
    }
}
