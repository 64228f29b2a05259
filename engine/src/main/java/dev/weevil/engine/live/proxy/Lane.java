package dev.weevil.engine.live.proxy;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;

import java.util.Optional;

/**
 * One direction that is shown. Called by the deciding thread only. Every piece that enters is
 * delivered, held or lost in the end; one that is held may be delivered later, and any may be delivered
 * again.
 */
public interface Lane {

    Endpoint from();

    Endpoint to();

    /** How its pieces are read; empty where nobody can. */
    Optional<MessageFormat> format();

    /**
     * A piece is about to be decided.
     *
     * @param envelope the number it has from now on
     * @param settled run once it no longer takes up memory: the lane reads on as these come
     */
    void enter(long envelope, Runnable settled);

    /** Sends this content for the envelope: the one that entered, another, or one more time. */
    void deliver(long envelope, Payload content);

    /** Keeps the envelope's place. */
    void hold(long envelope);

    /** The envelope will not be delivered. */
    void lose(long envelope);
}
