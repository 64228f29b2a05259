package dev.weevil.engine.cluster;

import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Outcome;

/**
 * A client of a foreign system. One thread opens, uses and waits for it; {@link #close} may come from
 * another, and ends a waiting {@link #perform}.
 */
public interface Driver extends AutoCloseable {

    /**
     * Performs one operation and waits for its end, in bounded time. What may have taken effect and was
     * not answered is {@code info}, a timeout first of all; {@code fail} is for what certainly had none.
     * Never an exception for anything the system does.
     */
    Outcome perform(Invocation invocation);

    @Override
    void close();
}
