package dev.weevil.engine.workload;

import java.util.SplittableRandom;

/** Draws what a client asks for next. The same numbers give the same requests. */
public interface Generator {

    /**
     * The next request of a client.
     *
     * @param client which of the workload's clients, from 0
     * @param count how many this client has asked for before
     * @param random the client's own stream
     */
    Request next(int client, long count, SplittableRandom random);

    /** Whether this client asks for anything more; {@link #next} is called only then. */
    default boolean hasNext(int client, long count) {
        return true;
    }
}
