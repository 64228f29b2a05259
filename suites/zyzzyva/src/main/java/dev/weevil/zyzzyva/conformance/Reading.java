package dev.weevil.zyzzyva.conformance;

import java.util.function.ToLongFunction;

/** A count by a function. */
record Reading(String words, boolean live, ToLongFunction<Transcript> reading) implements Count {

    @Override
    public long in(Transcript run) {
        return reading.applyAsLong(run);
    }
}
