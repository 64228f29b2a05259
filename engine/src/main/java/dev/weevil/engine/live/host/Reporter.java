package dev.weevil.engine.live.host;

import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Timer;

/** Hears what a hosted node does, on the node's thread or an event loop. */
public interface Reporter {

    void observed(Fact fact);

    void timerFired(Timer timer);

    void completed(long invocation, Outcome outcome);

    /** Bytes were thrown away before the node saw them. */
    void refused(String reason);

    /** The host cannot go on: the node broke its contract, or the disk failed. */
    void broke(String complaint);
}
