package dev.weevil.checker.linearizability;

/** What one thread reuses from part to part and from check to check, so that small ones cost little. */
final class Arena {

    private static final ThreadLocal<Arena> OF_THREAD = ThreadLocal.withInitial(Arena::new);
    private static final int LARGEST_KEPT = 1 << 18;

    final Chronology chronology = new Chronology();
    final Search search = new Search();

    static Arena ofThisThread() {
        return OF_THREAD.get();
    }

    /** Lets go of what a large part needed. */
    void release() {
        if (chronology.event.length > LARGEST_KEPT) {
            OF_THREAD.remove();
        }
    }
}
