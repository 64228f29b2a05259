package dev.weevil.engine.cluster;

import dev.weevil.engine.node.NodeId;

import java.util.HashMap;
import java.util.Map;

/** Where one process finds the others: every process has a map of its own. All ports are local. */
public final class AddressMap {

    /** One port of one replica. */
    public record Door(NodeId replica, String name) {}

    private final String owner;
    private final Map<Door, Integer> ports;

    /** @param owner whose map it is, for complaints */
    public AddressMap(String owner, Map<Door, Integer> ports) {
        this.owner = owner;
        this.ports = Map.copyOf(new HashMap<>(ports));
    }

    /**
     * The local port that leads to this door of this replica.
     *
     * @throws IllegalArgumentException naming both, if no link was declared that could lead there
     */
    public int port(NodeId replica, String door) {
        Integer port = ports.get(new Door(replica, door));
        if (port == null) {
            throw new IllegalArgumentException(owner + " has no link to door '" + door + "' of "
                    + replica + "; it has " + ports.keySet());
        }
        return port;
    }
}
