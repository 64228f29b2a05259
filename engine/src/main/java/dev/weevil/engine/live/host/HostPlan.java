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
 * @param ports its own address map: for each node it may send to, the local port to connect to
 * @param seed the run's: timers draw their jitter from it
 */
public record HostPlan(NodeId self, MessageFormat format, Map<NodeId, Integer> ports, Seed seed) {

    public HostPlan {
        ports = Collections.unmodifiableMap(new TreeMap<>(ports));
    }
}
