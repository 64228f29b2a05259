package dev.weevil.engine.cluster;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.NodeId;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One cluster of a {@link Foreign} system: how its processes are started, who connects to whom, and how
 * its clients speak. Stateless; called by several threads.
 */
public interface Installation {

    /**
     * The ports every process listens on, by name. Each process gets as many free ports, consecutive
     * and in this order: some systems take the second for the first plus one.
     */
    List<String> doors();

    /**
     * Every connection that may be made, by who dials. Each gets a port of the proxy to itself, which
     * tells the dialler; a connection carries both directions.
     */
    List<Link> links();

    /**
     * How a replica's process is started, each time anew.
     *
     * @param addresses the replica's own: its doors as they are, everybody else's through the proxy
     * @param folder its own, absolute; empty at first and kept over a restart unless the disk is lost
     */
    ProcessPlan process(NodeId replica, AddressMap addresses, Path folder);

    /**
     * A client's connection to the system; nothing is sent yet.
     *
     * @param addresses the client's own: the replicas' doors through the proxy
     */
    Driver driver(NodeId client, AddressMap addresses);

    /**
     * Does what an operator would; may take its time.
     *
     * @param addresses the doors as they are, past the proxy
     * @throws IOException saying what was answered, if it did not work
     * @throws IllegalArgumentException naming the action, if the system does not know it
     */
    void act(Disturbance.SystemAction action, AddressMap addresses) throws IOException;
}
