package dev.weevil.adversaries.process;

import dev.weevil.adversaries.script.Wording;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;

/** A clock that jumps ahead: not counted, since safety must not hang on clocks. */
public final class Skew {

    private Skew() {}

    public static ProcessFault of(NodeId victim, Duration ahead) {
        return ProcessFault.of(
                "skew",
                victim,
                new Disturbance.Skew(Endpoint.of(victim), ahead),
                "the clock of " + victim + " jumps ahead by " + Wording.of(ahead));
    }
}
