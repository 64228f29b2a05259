package dev.weevil.engine.run;

/** What a run means for whoever asked for it; in order of weight, the last outweighs all before it. */
public enum Conclusion {
    /** The expectation held. */
    HELD("as expected"),
    /** Not run, because this machine lacks something; outweighed by anything that was run. */
    SKIPPED("skipped"),
    /** Undecided, or decided although no fault ever bit. */
    INCONCLUSIVE("inconclusive"),
    /** A violation where none was expected, or a control that stayed silent. */
    UNEXPECTED("NOT AS EXPECTED"),
    /** The system or the harness failed. */
    FAILED("failed"),
    /** A mistake of Weevil itself. */
    BROKEN("internal error"),
    /** Somebody stopped it. */
    INTERRUPTED("interrupted");

    private final String words;

    Conclusion(String words) {
        this.words = words;
    }

    /** What follows from an answer. A definite answer that was not expected outweighs vacuity. */
    static Conclusion of(Answer expected, Answer verdict, boolean vacuous) {
        if (verdict == Answer.SKIPPED) {
            return SKIPPED;
        }
        if (verdict != Answer.UNKNOWN && verdict != expected) {
            return UNEXPECTED;
        }
        return verdict == Answer.UNKNOWN || vacuous ? INCONCLUSIVE : HELD;
    }

    /** For people, as in a table's last column. */
    public String inWords() {
        return words;
    }
}
