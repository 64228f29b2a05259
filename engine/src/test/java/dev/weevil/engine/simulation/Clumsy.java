package dev.weevil.engine.simulation;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Loses a third of r1's mail, keeps r2's for a while, and restarts r3 now and then. */
record Clumsy() implements Attack {

    private static final Duration WHILE = Duration.ofMillis(7);
    private static final Endpoint VICTIM = Endpoint.of(NodeId.replica(3));

    @Override
    public Set<NodeId> corrupted() {
        return Set.of();
    }

    @Override
    public List<String> rules() {
        return List.of("clumsy");
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return to.isReplica();
    }

    @Override
    public List<String> describe() {
        return rules();
    }

    @Override
    public Adversary begin(Powers powers) {
        return seen -> {
            if (seen instanceof Observation.Begun) {
                return List.of(new Act.WakeMe(WHILE, "crash"));
            }
            if (seen instanceof Observation.Woken woken) {
                boolean crash = woken.token().equals("crash");
                return List.of(
                        new Act.Disturb(
                                "clumsy",
                                crash
                                        ? new Disturbance.Crash(VICTIM)
                                        : new Disturbance.Restart(VICTIM, true)),
                        new Act.WakeMe(WHILE, crash ? "restart" : "crash"));
            }
            if (seen instanceof Observation.Sent sent) {
                return List.of(carry(powers, sent.envelope()));
            }
            return List.of();
        };
    }

    private static Act carry(Powers powers, Envelope envelope) {
        int receiver = envelope.to().node().index();
        if (receiver == 1 && powers.decision("clumsy", envelope).unit() < 0.33) {
            return new Act.Drop(envelope, List.of(new Touch("clumsy", Touch.Kind.DROPPED)));
        }
        if (receiver == 2) {
            Touch delayed = new Touch("clumsy", Touch.Kind.DELAYED);
            return new Act.Deliver(envelope, WHILE, List.of(delayed));
        }
        return new Act.Deliver(envelope, Duration.ZERO, List.of());
    }
}
