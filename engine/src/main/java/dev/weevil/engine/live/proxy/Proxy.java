package dev.weevil.engine.live.proxy;

import dev.weevil.engine.node.Endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All gates of one run. Gates are added by one thread, before anybody else uses the proxy. */
public final class Proxy implements AutoCloseable {

    /** Who sends, and who receives. */
    private record Pair(Endpoint from, Endpoint to) {}

    private final Map<Pair, List<Gate>> gates = new ConcurrentHashMap<>();

    /** Adds a gate for what is sent from one to the other, and, if two-way, back. */
    public void add(Endpoint from, Endpoint to, boolean twoWay, Gate gate) {
        gates.computeIfAbsent(new Pair(from, to), pair -> new ArrayList<>()).add(gate);
        if (twoWay) {
            gates.computeIfAbsent(new Pair(to, from), pair -> new ArrayList<>()).add(gate);
        }
    }

    /** Where envelopes from one to the other can be sent now. */
    public Optional<Lane> lane(Endpoint from, Endpoint to) {
        return between(from, to).stream()
                .flatMap(gate -> gate.lane(from, to).stream())
                .findFirst();
    }

    /** The ports for what is sent from this node, by receiver: the first gate of each pair. */
    public Map<Endpoint, Integer> portsOf(Endpoint from) {
        Map<Endpoint, Integer> ports = new TreeMap<>();
        gates.forEach((pair, ways) -> {
            if (pair.from().equals(from)) {
                ports.put(pair.to(), ways.get(0).port());
            }
        });
        return ports;
    }

    /** Breaks every connection from one to the other and refuses new ones; false where none can be. */
    public boolean cut(Endpoint from, Endpoint to) {
        between(from, to).forEach(Gate::cut);
        return !between(from, to).isEmpty();
    }

    public boolean mend(Endpoint from, Endpoint to) {
        between(from, to).forEach(Gate::mend);
        return !between(from, to).isEmpty();
    }

    private List<Gate> between(Endpoint from, Endpoint to) {
        return gates.getOrDefault(new Pair(from, to), List.of());
    }

    @Override
    public void close() {
        gates.values().forEach(ways -> ways.forEach(Gate::close));
    }
}
