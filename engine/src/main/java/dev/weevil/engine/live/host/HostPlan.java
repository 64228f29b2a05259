package dev.weevil.engine.live.host;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a node stands among the others.
 *
 * @param listen the local port it listens on; 0 for any that is free
 * @param ports its own address map: for each node it may send to, the local port to connect to
 * @param seed the run's: timers draw their jitter from it
 */
public record HostPlan(
        NodeId self, int listen, MessageFormat format, Map<NodeId, Integer> ports, Seed seed) {

    public HostPlan {
        ports = Collections.unmodifiableMap(new TreeMap<>(ports));
    }

    /** A node that listens on any free port. */
    public HostPlan(NodeId self, MessageFormat format, Map<NodeId, Integer> ports, Seed seed) {
        this(self, 0, format, ports, seed);
    }
}
