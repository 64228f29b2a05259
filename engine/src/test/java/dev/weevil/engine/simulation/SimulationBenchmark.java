package dev.weevil.engine.simulation;

import dev.weevil.engine.network.Attack;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.trace.TraceDigest;
import dev.weevil.engine.trace.TraceEvent;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What the simulator itself costs: schedules of the {@link Chorus}, which hardly does anything. Prints a
 * table; CPU time of one thread, after warming up.
 */
public final class SimulationBenchmark {

    private static final int SCHEDULES = 3_000;

    private long delivered;

    private SimulationBenchmark() {}

    public static void main(String[] arguments) throws RunFailed {
        System.out.println("attack     schedules/s   messages/s   messages/schedule   us/message");
        for (int round = 0; round < 3; round++) {
            new SimulationBenchmark().measure("none", Attack.none());
            new SimulationBenchmark().measure("clumsy", new Clumsy());
        }
    }

    private void measure(String name, Attack attack) throws RunFailed {
        long before = cpuNanos();
        for (long seed = 0; seed < SCHEDULES; seed++) {
            TraceDigest digest = new TraceDigest();
            new Simulation().run(Concert.plan(seed, attack), event -> {
                digest.record(event);
                delivered += event instanceof TraceEvent.Delivered ? 1 : 0;
            });
        }
        double seconds = (cpuNanos() - before) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-10s %11.0f %12.0f %19.1f %12.2f%n",
                name,
                SCHEDULES / seconds,
                delivered / seconds,
                (double) delivered / SCHEDULES,
                seconds * 1e6 / delivered);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
