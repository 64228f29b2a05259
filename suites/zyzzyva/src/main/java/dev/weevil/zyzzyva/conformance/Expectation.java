package dev.weevil.zyzzyva.conformance;

/** What a count must come to, both ends included. */
record Expectation(Count count, long least, long most) {

    Expectation {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException(count.words()
                    + ": expected 0 <= least <= most, found " + least + " and " + most);
        }
    }

    /** Whether a run in which nothing happened would not meet it. */
    boolean positive() {
        return least > 0;
    }

    boolean met(long value) {
        return least <= value && value <= most;
    }

    /** {@code exactly 3}, {@code at least 1}. */
    String range() {
        if (least == most) {
            return "exactly " + least;
        }
        if (most == Long.MAX_VALUE) {
            return "at least " + least;
        }
        return least == 0 ? "at most " + most : least + " to " + most;
    }
}
