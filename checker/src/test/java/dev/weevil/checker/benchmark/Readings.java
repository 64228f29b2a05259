package dev.weevil.checker.benchmark;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carries what a benchmark measured beside its time from the fork to whoever runs it. */
public final class Readings implements InternalProfiler {

    static final String PEAK_MEGABYTES = "peak MB";

    private static final Map<String, Double> NOTED = new TreeMap<>();

    /** Sets a reading of this fork. */
    static void note(String name, double value) {
        NOTED.put(name, value);
    }

    /**
     * The most that was in use on the heap while the task ran once, what was there before and garbage
     * not yet collected among it: what a process that does just this needs at most.
     */
    static double peakMegabytes(Runnable task) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        task.run();
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return peak / 1e6;
    }

    @Override
    public String getDescription() {
        return "what benchmarks noted of themselves";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // Readings are taken by the benchmarks.
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        List<Result<?>> results = new ArrayList<>();
        NOTED.forEach((name, value) ->
                results.add(new ScalarResult(name, value, "", AggregationPolicy.MAX)));
        return results;
    }
}
