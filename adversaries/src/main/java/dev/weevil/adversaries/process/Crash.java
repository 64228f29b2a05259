package dev.weevil.adversaries.process;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;

/** A process that ends at once (SIGKILL), for good or until it is started again. */
public final class Crash {

    private Crash() {}

    /** For good: the node counts against f. */
    public static ProcessFault of(NodeId victim) {
        return killed(victim).charged(true);
    }

    /**
     * Started again after a while with the disk it had, which a system must survive: not counted.
     */
    public static ProcessFault andRestart(NodeId victim, Duration after) {
        return killed(victim)
                .andThen(
                        after,
                        new Disturbance.Restart(Endpoint.of(victim), true),
                        "it is started again with its disk");
    }

    /** Started again after a while remembering nothing: the node counts against f. */
    public static ProcessFault andAmnesia(NodeId victim, Duration after) {
        return killed(victim)
                .andThen(
                        after,
                        new Disturbance.Restart(Endpoint.of(victim), false),
                        "it is started again without its disk")
                .charged(true);
    }

    private static ProcessFault killed(NodeId victim) {
        return ProcessFault.of(
                "crash", victim, new Disturbance.Crash(Endpoint.of(victim)), victim + " is killed");
    }
}
