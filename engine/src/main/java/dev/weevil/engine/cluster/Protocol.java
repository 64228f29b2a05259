package dev.weevil.engine.cluster;

/**
 * A system whose replicas and clients are {@link dev.weevil.engine.node.Node}s: it runs in the simulator
 * and, each replica as a process of its own, live. Replica processes find it by {@link
 * java.util.ServiceLoader} under its name.
 */
public interface Protocol extends SystemUnderTest {

    /**
     * The nodes of one cluster.
     *
     * @throws IllegalArgumentException naming the setting or the number of nodes that it cannot work with
     */
    Deployment deploy(Membership membership, Settings settings);
}
