package dev.weevil.engine.live.host;

import dev.weevil.engine.node.Payload;

import java.io.IOException;
import java.util.SortedMap;

/** Where a node's {@link dev.weevil.engine.node.Effect.Persist} goes. */
public interface Disk {

    /** Everything written, by name. */
    SortedMap<String, Payload> read() throws IOException;

    /** Replaces what is written under this name; returns once it would survive a crash. */
    void write(String name, Payload content) throws IOException;
}
