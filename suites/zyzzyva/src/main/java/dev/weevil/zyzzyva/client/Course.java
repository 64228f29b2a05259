package dev.weevil.zyzzyva.client;

import java.util.OptionalLong;

/** When one request got how far, by the client's clock: what {@link Patience} learns from (12.8). */
final class Course {

    private OptionalLong enough = OptionalLong.empty();
    private OptionalLong committing = OptionalLong.empty();
    private OptionalLong everybody = OptionalLong.empty();

    /** t_2f+1: when enough responses for a certificate matched. */
    OptionalLong enough() {
        return enough;
    }

    /** t_c: when the commit phase began. */
    OptionalLong committing() {
        return committing;
    }

    /** t_3f+1: when all responses that the fast path needs matched. */
    OptionalLong everybody() {
        return everybody;
    }

    /** Takes note of t_2f+1, once; says whether this is news. */
    boolean reachEnough(long nanos) {
        boolean first = enough.isEmpty();
        enough = first ? OptionalLong.of(nanos) : enough;
        return first;
    }

    void reachCommitting(long nanos) {
        committing = committing.isEmpty() ? OptionalLong.of(nanos) : committing;
    }

    void reachEverybody(long nanos) {
        everybody = everybody.isEmpty() ? OptionalLong.of(nanos) : everybody;
    }
}
