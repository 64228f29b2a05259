package dev.weevil.engine.live.proxy;

import dev.weevil.engine.node.Endpoint;

import java.util.Optional;

/** The port through which one node reaches another. */
public interface Gate extends AutoCloseable {

    /** Where the dialler connects to. */
    int port();

    /** Breaks every connection, and refuses new ones until mended. */
    void cut();

    void mend();

    /** The lane for what is sent from one to the other now; empty where there is none. */
    Optional<Lane> lane(Endpoint from, Endpoint to);

    @Override
    void close();
}
