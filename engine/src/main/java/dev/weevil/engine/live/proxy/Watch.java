package dev.weevil.engine.live.proxy;

import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.node.Endpoint;

/** Hears what passes the proxy. Called by event loops, and never keeps them waiting. */
public interface Watch {

    /** A piece has come to a shown lane; {@link Lane#enter} it with {@code done}. */
    void passing(Lane lane, Piece piece, Runnable done);

    /** A connection was made, or ended after so many bytes in this direction. */
    void changed(Endpoint from, Endpoint to, boolean open, long bytes);

    /** Bytes were thrown away. */
    void refused(String where, String reason);

    /** Runs the task on the deciding thread, behind what was told before. */
    void inOrder(Runnable task);
}
