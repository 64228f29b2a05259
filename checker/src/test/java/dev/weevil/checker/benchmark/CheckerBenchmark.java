package dev.weevil.checker.benchmark;

import dev.weevil.checker.format.HistoryReader;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Pairing;
import dev.weevil.checker.linearizability.Examination;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.model.ReadingRules;
import dev.weevil.checker.verdict.Verdict;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints, for each kind of history, the median CPU microseconds of deciding it on one thread, reading and
 * explaining excluded, and how much the heap grew at most. Arguments: folders of etcd logs and of
 * Knossos cas-register files to measure as well.
 */
public final class CheckerBenchmark {

    private static final Model<?> REGISTER = Models.casRegister(0L, ReadingRules.KNOSSOS);
    private static final PrintStream OUT = System.out;

    private CheckerBenchmark() {}

    public static void main(String[] folders) throws IOException {
        OUT.printf("%-46s %9s %12s %9s %s%n", "history", "ops", "median us", "heap MB", "verdict");
        measure("5 clients, 5 values, 1 k", new Generated(5, 1000, 5, 1, 0, false, 1));
        for (int clients : new int[] {10, 20, 30}) {
            for (boolean stale : new boolean[] {false, true}) {
                measure(
                        clients + " clients, 5 values, 1 k" + (stale ? ", stale" : ""),
                        new Generated(clients, 1000, 5, 1, 0, stale, 1));
            }
        }
        measure("20 clients, 5 values, 10 k", new Generated(20, 10_000, 5, 1, 0, false, 1));
        measure("20 clients, 5 values, 10 k, stale", new Generated(20, 10_000, 5, 1, 0, true, 1));
        measure(
                "10 clients, 1 k, 1 % crashed, stale",
                new Generated(10, 1000, 5, 1, 0.01, true, 3));
        measure("10 clients, 1 k, 10 % crashed", new Generated(10, 1000, 5, 1, 0.1, false, 3));
        measure("10 clients, unique, 10 k", new Generated(10, 10_000, 0, 1, 0, false, 1));
        measure("10 clients, unique, 10 k, stale", new Generated(10, 10_000, 0, 1, 0, true, 1));
        measure("200 clients, unique, 10 k", new Generated(200, 10_000, 0, 1, 0, false, 1));
        measure("10 clients, unique, 1 M", new Generated(10, 1_000_000, 0, 1, 0, false, 1));
        measure("1,000 keys, 5 values, 1 M", new Generated(10, 1_000_000, 5, 1000, 0, false, 1));
        for (String folder : folders) {
            measureFolder(Path.of(folder));
        }
    }

    private static void measureFolder(Path folder) throws IOException {
        Model<?> etcd = Models.named("etcd-cas-register", Optional.empty(), ReadingRules.LITERAL);
        List<Operations> histories = new ArrayList<>();
        boolean logs = false;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Pairing pairing = new Pairing();
                HistoryReader.read(file, Optional.empty(), pairing);
                histories.add(pairing.finish());
                logs |= file.toString().endsWith(".log");
            }
        }
        Model<?> model = logs ? etcd : REGISTER;
        double sum = 0;
        List<Double> each = new ArrayList<>();
        for (int round = 0; round < 200; round++) {
            histories.forEach(history -> decide(history, model));
        }
        for (Operations history : histories) {
            double median = median(history, model, 25);
            sum += median;
            each.add(median);
        }
        each.sort(Double::compare);
        int operations = histories.stream().mapToInt(Operations::size).sum();
        OUT.printf(
                "%-46s %9d %12.1f %9s median %.1f, worst %.1f%n",
                histories.size() + " files of " + folder.getFileName(),
                operations,
                sum,
                "",
                each.get(each.size() / 2),
                each.get(each.size() - 1));
    }

    private static void measure(String name, Generated kind) {
        Operations history = kind.make();
        long before = usedMegabytes();
        Verdict.Kind verdict = decide(history, REGISTER);
        long grown = Math.max(0, usedMegabytes() - before);
        int rounds = history.size() > 100_000 ? 5 : 15;
        OUT.printf(
                "%-46s %9d %12.1f %9d %s%n",
                name, history.size(), median(history, REGISTER, rounds), grown, verdict);
    }

    private static double median(Operations history, Model<?> model, int rounds) {
        long[] nanos = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = cpuNanos();
            decide(history, model);
            nanos[round] = cpuNanos() - start;
        }
        Arrays.sort(nanos);
        return nanos[rounds / 2] / 1000.0;
    }

    private static Verdict.Kind decide(Operations history, Model<?> model) {
        return Examination.of(history, model, Limits.within(Duration.ofSeconds(60)))
                .kind();
    }

    /** Of this thread, so that a busy machine does not show. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
