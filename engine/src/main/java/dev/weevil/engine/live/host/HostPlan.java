package dev.weevil.engine.live.host;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a node stands among the others.
 *
 * @param peers its own address map: for each node it calls, where it listens
 * @param callers nodes it does not call but that call it: they are answered on the connections they
 *     made
 * @param listen where it listens itself, with port 0 for any that is free; a node that listens nowhere
 *     reads the answers on the connections it makes
 * @param seed timers draw their jitter from it
 */
public record HostPlan(
        NodeId self,
        MessageFormat format,
        Map<NodeId, InetSocketAddress> peers,
        Set<NodeId> callers,
        Optional<InetSocketAddress> listen,
        Seed seed) {

    public HostPlan {
        peers = Collections.unmodifiableMap(new TreeMap<>(peers));
        callers = Collections.unmodifiableSet(new TreeSet<>(callers));
    }

    /** A node on this machine, at any free port, that calls and is called by all of the map. */
    public static HostPlan local(
            NodeId self, MessageFormat format, Map<NodeId, Integer> ports, Seed seed) {
        return local(self, 0, format, ports, seed);
    }

    /** A node on this machine, at a port of its own. */
    public static HostPlan local(
            NodeId self, int port, MessageFormat format, Map<NodeId, Integer> ports, Seed seed) {
        Map<NodeId, InetSocketAddress> peers = new TreeMap<>();
        ports.forEach((node, theirs) -> peers.put(node, loopback(theirs)));
        return new HostPlan(self, format, peers, Set.of(), Optional.of(loopback(port)), seed);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
