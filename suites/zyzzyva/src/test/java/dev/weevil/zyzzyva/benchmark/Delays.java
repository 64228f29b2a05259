package dev.weevil.zyzzyva.benchmark;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Workload;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;

import java.time.Duration;

/** One-way message delays from asking to knowing, by the virtual clock of a simulation. */
final class Delays {

    private static final Duration EACH = Duration.ofMillis(1);

    /** The first requests teach a client what to expect. */
    private static final int OPERATIONS = 6;

    private Delays() {}

    /** Of a lone client's last request in the row's configuration. */
    static double of(Row row) {
        // A first phase that is to be given up ends just when its answers are there.
        Settings settings = row.mute() == 0 ? row.settings() : row.settings().with("tCommit", 3);
        Plan plan = new Plan(
                "delays",
                new ZyzzyvaProtocol(),
                new Membership(row.membership().replicas(), row.membership().faults(), 1),
                settings,
                Scheme.SYMBOLIC,
                new Workload("key-value", OPERATIONS, Duration.ZERO, new KeyValueMix(1)),
                muted(row),
                new Seed(1),
                Bounds.DEFAULT);
        long[] times = new long[2];
        try {
            new Simulation(Latency.exactly(EACH)).run(plan, event -> {
                if (event instanceof TraceEvent.Invoked) {
                    times[0] = event.nanos();
                } else if (event instanceof TraceEvent.Completed) {
                    times[1] = event.nanos() - times[0];
                }
            });
        } catch (RunFailed failed) {
            throw new AssertionError(failed);
        }
        return (double) times[1] / EACH.toNanos();
    }

    private static Attack muted(Row row) {
        Attack attack = Attack.none();
        for (NodeId replica : row.membership().replicaIds()) {
            if (row.isMute(replica)) {
                attack = attack.then(Silence.of(replica));
            }
        }
        return attack;
    }
}
