package dev.weevil.engine.cluster;

import java.util.Optional;

/**
 * A system whose replicas are programs that are not ours: it is run live only, and Weevil stands on its
 * wires.
 */
public interface Foreign extends SystemUnderTest {

    /** What this machine lacks to run it, and how to get that: one sentence; empty where nothing. */
    Optional<String> missing();

    /**
     * One cluster, of which nothing has been started.
     *
     * @throws IllegalArgumentException naming the setting or the number of nodes that it cannot work with
     */
    Installation install(Membership membership, Settings settings);
}
