package dev.weevil.zyzzyva;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.workload.Generator;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Request;
import dev.weevil.engine.workload.Workload;
import dev.weevil.zyzzyva.settings.Variant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A simulated cluster about to run: what a test says, and sensible values for the rest. */
public record Cluster(
        int faults,
        int clients,
        int operations,
        Settings settings,
        Scheme scheme,
        Generator generator,
        Attack attack,
        Latency latency,
        Duration think,
        Duration time,
        long seed) {

    /** Every message takes a millisecond, so that delays can be counted. */
    public static final Duration DELAY = Duration.ofMillis(1);

    /** f=1, one client that puts once, exact latency. */
    public static Cluster small() {
        return new Cluster(
                1,
                1,
                1,
                Settings.NONE,
                Scheme.SYMBOLIC,
                (client, count, random) ->
                        new Request("put", Optional.of("k"), "c" + client + "." + count),
                Attack.none(),
                Latency.exactly(DELAY),
                Duration.ZERO,
                Duration.ofSeconds(20),
                1);
    }

    public Cluster with(String setting, Object value) {
        return copy(operations, settings.with(setting, value), generator, attack);
    }

    public Cluster operations(int count) {
        return copy(count, settings, generator, attack);
    }

    public Cluster attacked(Attack by) {
        return copy(operations, settings, generator, by);
    }

    public Cluster asking(Generator what) {
        return copy(operations, settings, what, attack);
    }

    private Cluster copy(int count, Settings set, Generator what, Attack by) {
        return new Cluster(
                faults, clients, count, set, scheme, what, by, latency, think, time, seed);
    }

    public Cluster faults(int f) {
        return new Cluster(
                f,
                clients,
                operations,
                settings,
                scheme,
                generator,
                attack,
                latency,
                think,
                time,
                seed);
    }

    public Cluster scheme(Scheme other) {
        return new Cluster(
                faults,
                clients,
                operations,
                settings,
                other,
                generator,
                attack,
                latency,
                think,
                time,
                seed);
    }

    public Cluster lasting(Duration longest) {
        return new Cluster(
                faults,
                clients,
                operations,
                settings,
                scheme,
                generator,
                attack,
                latency,
                think,
                longest,
                seed);
    }

    /** Many clients on contended keys over a network that reorders. */
    public Cluster busy(int howMany, long withSeed) {
        return new Cluster(
                faults,
                howMany,
                operations,
                settings,
                scheme,
                new KeyValueMix(2),
                attack,
                Latency.LOCAL,
                think,
                time,
                withSeed);
    }

    private Membership membership() {
        return settings.choice("variant", Variant.ZYZZYVA) == Variant.ZYZZYVA5
                ? Membership.fivefold(faults, clients)
                : Membership.byzantine(faults, clients);
    }

    public Transcript run() {
        Plan plan = new Plan(
                "test",
                new ZyzzyvaProtocol(),
                membership(),
                settings,
                scheme,
                new Workload("key-value", operations, think, generator),
                attack,
                new Seed(seed),
                new Bounds(time, 5_000_000));
        List<TraceEvent> events = new ArrayList<>();
        try {
            new Simulation(latency).run(plan, events::add);
        } catch (RunFailed failed) {
            throw new AssertionError(failed);
        }
        return new Transcript(new Trace(plan.header(Mode.SIMULATED), events));
    }
}
