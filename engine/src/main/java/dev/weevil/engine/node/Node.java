package dev.weevil.engine.node;

import java.util.List;

/**
 * A replica or client: a deterministic state machine.
 *
 * <p>The same node runs in a simulation and as a process of its own. It opens no socket, reads no
 * clock, draws no random number and starts no thread; it is called by one thread at a time. Whatever
 * message arrives, it throws nothing: what it will not act on it refuses with {@link Fact#REFUSED}.
 */
public interface Node {

    /** Takes one event, and returns what is to be done, in order. */
    List<Effect> on(Event event);
}
