package dev.weevil.redis.attack;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.NodeId;

import java.util.Map;
import java.util.TreeMap;

/** The operator's action that makes a replica a primary. */
public final class Promotion {

    /** Its name. */
    public static final String ACTION = "promote";

    /** Its one parameter: whom. */
    public static final String REPLICA = "replica";

    private Promotion() {}

    public static Disturbance.SystemAction of(NodeId replica) {
        return new Disturbance.SystemAction(
                ACTION, new TreeMap<>(Map.of(REPLICA, replica.toString())));
    }
}
