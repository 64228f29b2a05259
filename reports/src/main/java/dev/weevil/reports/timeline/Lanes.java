package dev.weevil.reports.timeline;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The lanes from top to bottom: clients, replicas, the adversary, the environment. */
final class Lanes {

    private enum Role {
        CLIENT,
        REPLICA,
        ADVERSARY,
        ENVIRONMENT
    }

    private record Lane(String name, Role role, boolean corrupted) {}

    private final List<Endpoint> endpoints;
    private final List<Lane> lanes = new ArrayList<>();

    private Lanes(List<Endpoint> endpoints, Set<NodeId> corrupted) {
        this.endpoints = endpoints;
        for (Endpoint endpoint : endpoints) {
            Role role = endpoint.node().isClient() ? Role.CLIENT : Role.REPLICA;
            lanes.add(new Lane(endpoint.toString(), role, corrupted.contains(endpoint.node())));
        }
        lanes.add(new Lane("adversary", Role.ADVERSARY, true));
        lanes.add(new Lane("environment", Role.ENVIRONMENT, false));
    }

    /** A lane for every member, and for every twin that shows up. */
    static Lanes of(Trace trace) {
        Set<Endpoint> clients = new TreeSet<>();
        Set<Endpoint> replicas = new TreeSet<>();
        trace.header().membership().clientIds().forEach(id -> clients.add(Endpoint.of(id)));
        trace.header().membership().replicaIds().forEach(id -> replicas.add(Endpoint.of(id)));
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Sent sent) {
                for (Endpoint end :
                        List.of(sent.envelope().from(), sent.envelope().to())) {
                    (end.node().isClient() ? clients : replicas).add(end);
                }
            }
        }
        List<Endpoint> all = new ArrayList<>(clients);
        all.addAll(replicas);
        return new Lanes(all, trace.header().corrupted());
    }

    /** The node's lane; the environment's for one that is no member. */
    int of(Endpoint endpoint) {
        int known = Collections.binarySearch(endpoints, endpoint, Lanes::order);
        return known >= 0 ? known : environment();
    }

    private static int order(Endpoint one, Endpoint other) {
        int roles = Boolean.compare(one.node().isReplica(), other.node().isReplica());
        return roles != 0 ? roles : one.compareTo(other);
    }

    int adversary() {
        return endpoints.size();
    }

    int environment() {
        return endpoints.size() + 1;
    }

    void writeTo(Pack out, Dictionary dictionary) {
        new Table<>(lanes, out)
                .column(lane -> dictionary.number(lane.name()))
                .column(lane -> dictionary.number(lane.role()))
                .column(lane -> lane.corrupted() ? 1 : 0);
    }
}
