package dev.weevil.engine.simulation;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.trace.TraceDigest;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A run of the {@link Chorus}. Its {@code main} prints digests, for comparison with another JVM's. */
public final class Concert {

    static final int SEEDS = 200;

    private Concert() {}

    static Plan plan(long seed, Attack attack) {
        return new Plan(
                "concert",
                new Chorus(),
                new Membership(4, 1, 2),
                Settings.NONE,
                Scheme.SYMBOLIC,
                new Workload("none", 10, Duration.ZERO, new KeyValueMix(2)),
                attack,
                new Seed(seed),
                Bounds.DEFAULT);
    }

    static List<TraceEvent> events(Simulation simulation, Plan plan) throws RunFailed {
        List<TraceEvent> events = new ArrayList<>();
        simulation.run(plan, events::add);
        return events;
    }

    static String digest(long seed) throws RunFailed {
        TraceDigest digest = new TraceDigest();
        new Simulation().run(plan(seed, new Clumsy()), digest);
        return digest.toString();
    }

    public static void main(String[] arguments) throws RunFailed {
        for (long seed = 0; seed < SEEDS; seed++) {
            System.out.println(digest(seed));
        }
    }
}
