package dev.weevil.engine.run;

/** Why a scenario is in its suite. */
public enum Kind {
    /** The system must keep its promise. */
    HOLDS("holds"),
    /** The promise must be seen to break, because more than f nodes lie or the protocol is broken. */
    CONTROL("control"),
    /** The promise breaks within the faults the system claims to tolerate. */
    FINDING("finding");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As it stands in results. */
    @Override
    public String toString() {
        return word;
    }
}
