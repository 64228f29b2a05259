package dev.weevil.engine.live.host;

import dev.weevil.engine.node.Payload;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The disk of a node hosted in the harness, which outlives it as long as the run. */
public final class MemoryDisk implements Disk {

    private final Map<String, Payload> contents = new TreeMap<>();

    @Override
    public synchronized SortedMap<String, Payload> read() {
        return new TreeMap<>(contents);
    }

    @Override
    public synchronized void write(String name, Payload content) {
        contents.put(name, content);
    }

    /** What a lost disk is. */
    public synchronized void clear() {
        contents.clear();
    }
}
