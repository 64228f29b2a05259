package dev.weevil.engine.node;

import java.util.Comparator;

/**
 * Where a message leaves from or arrives at. A node usually has the one instance 0; twins are two
 * instances under one identity.
 */
public record Endpoint(NodeId node, int instance) implements Comparable<Endpoint> {

    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing(Endpoint::node).thenComparingInt(Endpoint::instance);

    public Endpoint {
        if (instance < 0) {
            throw new IllegalArgumentException("instance must not be negative, found " + instance);
        }
    }

    /** The only instance of a node that has no twin. */
    public static Endpoint of(NodeId node) {
        return new Endpoint(node, 0);
    }

    @Override
    public int compareTo(Endpoint other) {
        return ORDER.compare(this, other);
    }

    /** The node's name; a twin carries its number behind a tick, as in {@code r0'1}. */
    @Override
    public String toString() {
        return instance == 0 ? node.toString() : node + "'" + instance;
    }
}
