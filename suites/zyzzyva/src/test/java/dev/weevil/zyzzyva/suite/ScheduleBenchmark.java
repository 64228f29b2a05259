package dev.weevil.zyzzyva.suite;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.trace.TraceDigest;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Workload;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many simulated schedules of Zyzzyva pass in a second: four replicas, three clients, symbolic
 * signatures, every event in the trace's digest, about a hundred delivered messages each. A step is
 * one delivery.
 *
 * <p>Arguments: seconds for each line (3), threads at most (2). Rates are given by the wall clock
 * and, since other work on the machine disturbs that, by the CPU time the threads spent.
 */
public final class ScheduleBenchmark {

    private static final Membership FOUR_AND_THREE = Membership.byzantine(1, 3);

    private final int seconds;

    private ScheduleBenchmark(int seconds) {
        this.seconds = seconds;
    }

    /** What one thread has done. */
    private record Work(long schedules, long steps, long cpuNanos) {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        ScheduleBenchmark benchmark = new ScheduleBenchmark(seconds);
        System.out.println("attack                 threads  schedules/s     steps/s"
                + "  steps/schedule  by CPU time: schedules/s  us/step");
        for (int round = 0; round < 2; round++) {
            for (int count = 1; count <= threads; count++) {
                benchmark.measure("none", Attack.none(), 13, count);
                benchmark.measure("lossy-links", attackOf("lossy-links"), 9, count);
                benchmark.measure("lying-backup", attackOf("lying-backup"), 7, count);
            }
        }
    }

    private static Attack attackOf(String scenario) {
        return new ZyzzyvaSuite()
                .scenarios().stream()
                        .filter(candidate -> candidate.name().equals(scenario))
                        .findFirst()
                        .orElseThrow()
                        .plan(Mode.SIMULATED, new Seed(1))
                        .attack();
    }

    private void measure(String name, Attack attack, int operations, int threads)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long began = System.nanoTime();
        List<Callable<Work>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            long firstSeed = thread * 1_000_000_000L;
            tasks.add(() -> work(attack, operations, firstSeed));
        }
        List<Work> done = new ArrayList<>();
        for (Future<Work> future : pool.invokeAll(tasks)) {
            done.add(future.get());
        }
        print(name, threads, done, (System.nanoTime() - began) / 1e9);
        pool.shutdown();
    }

    private static void print(String name, int threads, List<Work> done, double wall) {
        long schedules = done.stream().mapToLong(Work::schedules).sum();
        long steps = done.stream().mapToLong(Work::steps).sum();
        double cpu = done.stream().mapToLong(Work::cpuNanos).sum() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-22s %7d %12.0f %11.0f %15.1f %25.0f %8.2f%n",
                name,
                threads,
                schedules / wall,
                steps / wall,
                (double) steps / schedules,
                threads * schedules / cpu,
                1e6 * cpu / steps);
    }

    private Work work(Attack attack, int operations, long firstSeed) throws RunFailed {
        long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long[] steps = {0};
        long schedules = 0;
        while (System.nanoTime() < deadline) {
            TraceDigest digest = new TraceDigest();
            new Simulation().run(plan(attack, operations, firstSeed + schedules), event -> {
                digest.record(event);
                steps[0] += event instanceof TraceEvent.Delivered ? 1 : 0;
            });
            schedules++;
        }
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
        return new Work(schedules, steps[0], cpu);
    }

    private static Plan plan(Attack attack, int operations, long seed) {
        return new Plan(
                "benchmark",
                new ZyzzyvaProtocol(),
                FOUR_AND_THREE,
                Settings.NONE,
                Scheme.SYMBOLIC,
                new Workload("key-value", operations, Duration.ZERO, new KeyValueMix(3)),
                attack,
                new Seed(seed),
                Bounds.DEFAULT);
    }
}
