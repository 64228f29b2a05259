package dev.weevil.engine.node;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happens to a node. {@code nanos} is the node's own clock: monotonic while it lives, of no
 * fixed origin, and possibly skewed by the adversary.
 */
public sealed interface Event {

    long nanos();

    /**
     * The node begins, with no memory but what it was constructed with and what an earlier life of it
     * asked {@link Effect.Persist} to keep, by name; empty at first and after a lost disk.
     * A node throws {@link Damaged} where this is not what it wrote.
     */
    record Started(long nanos, SortedMap<String, Payload> disk) implements Event {
        public Started {
            disk = Collections.unmodifiableSortedMap(new TreeMap<>(disk));
        }

        public Started(long nanos) {
            this(nanos, new TreeMap<>());
        }
    }

    /** A message arrived. The sender is what the link claims: only authentication proves it. */
    record Arrived(long nanos, NodeId sender, Message message) implements Event {}

    record TimerFired(long nanos, Timer timer) implements Event {}

    /** The workload asks a client for an operation; the client has no other one open. */
    record Invoked(long nanos, Invocation invocation) implements Event {}

    /** What {@link Effect.Persist} of this number asked for has reached the disk. */
    record Persisted(long nanos, long write) implements Event {}
}
