package dev.weevil.engine.node;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The name of a replica or client: {@code r0}, {@code r1}, ..., {@code c0}, {@code c1}, ... */
public record NodeId(Role role, int index) implements Comparable<NodeId> {

    /** Whether a node replicates the service or uses it. */
    public enum Role {
        REPLICA('r'),
        CLIENT('c');

        private final char letter;

        Role(char letter) {
            this.letter = letter;
        }
    }

    private static final Comparator<NodeId> ORDER =
            Comparator.comparing(NodeId::role).thenComparingInt(NodeId::index);

    /** Names in every message, made once: those of any cluster that is likely. */
    private static final int KNOWN = 64;

    private static final NodeId[] REPLICAS = known(Role.REPLICA);
    private static final NodeId[] CLIENTS = known(Role.CLIENT);

    public NodeId {
        if (index < 0) {
            throw new IllegalArgumentException("node index must not be negative, found " + index);
        }
    }

    public static NodeId replica(int index) {
        return index >= 0 && index < KNOWN ? REPLICAS[index] : new NodeId(Role.REPLICA, index);
    }

    public static NodeId client(int index) {
        return index >= 0 && index < KNOWN ? CLIENTS[index] : new NodeId(Role.CLIENT, index);
    }

    private static NodeId[] known(Role role) {
        return IntStream.range(0, KNOWN)
                .mapToObj(index -> new NodeId(role, index))
                .toArray(NodeId[]::new);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException naming the text, unless it is {@code r} or {@code c} and a number
     */
    public static NodeId parse(String text) {
        for (Role role : Role.values()) {
            if (text.matches(role.letter + "[0-9]{1,9}")) {
                return new NodeId(role, Integer.parseInt(text.substring(1)));
            }
        }
        throw new IllegalArgumentException(
                "expected a node such as r0 or c2, found '" + text + "'");
    }

    public boolean isReplica() {
        return role == Role.REPLICA;
    }

    public boolean isClient() {
        return role == Role.CLIENT;
    }

    @Override
    public int compareTo(NodeId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        // Written out, because it is asked for every message and the usual one is never inlined.
        return this == other
                || (other instanceof NodeId that && index == that.index && role == that.role);
    }

    @Override
    public int hashCode() {
        // Not the enum's own hash, which differs from one JVM to the next.
        return role.letter * 1_000_003 + index;
    }

    @Override
    public String toString() {
        return role.letter + Integer.toString(index);
    }
}
