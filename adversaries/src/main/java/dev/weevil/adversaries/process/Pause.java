package dev.weevil.adversaries.process;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;

/**
 * A process that stands still and goes on (SIGSTOP, SIGCONT), its connections open: not counted.
 */
public final class Pause {

    private Pause() {}

    public static ProcessFault of(NodeId victim, Duration lasting) {
        Endpoint process = Endpoint.of(victim);
        return ProcessFault.of(
                        "pause", victim, new Disturbance.Pause(process), victim + " is stopped")
                .andThen(lasting, new Disturbance.Resume(process), "it goes on");
    }
}
