package dev.weevil.checker.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Deciding the files of one group; each file's own median is noted, and their sum. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class RealHistoriesBenchmark {

    static final String SUM = "sum of medians";

    private static final int IN_A_ROW = 64;
    private static final int LAPS = 2048;

    @Param("")
    public String folder = "";

    @Param("")
    public String group = "";

    private final List<RealHistory> files = new ArrayList<>();
    private final List<RealHistory.Loaded> histories = new ArrayList<>();
    private long[][] nanos = new long[0][LAPS];
    private int lap;

    @Setup
    public void load() throws IOException {
        int operations = 0;
        for (RealHistory file : RealHistory.in(Path.of(folder))) {
            if (file.group().equals(group)) {
                RealHistory.Loaded loaded = file.load();
                files.add(file);
                histories.add(loaded);
                operations += loaded.operations().size();
            }
        }
        nanos = new long[files.size()][LAPS];
        Readings.note("operations", operations);
        Readings.note(Readings.PEAK_MEGABYTES, Readings.peakMegabytes(this::decide));
        for (int file = 0; file < files.size(); file++) {
            if (!histories.get(file).decidedRight()) {
                throw new IllegalStateException(files.get(file) + " has another verdict");
            }
        }
    }

    /** Each file some times in a row, as whoever measures one file alone would. */
    @Benchmark
    @OperationsPerInvocation(IN_A_ROW)
    public int decide() {
        int right = 0;
        for (int file = 0; file < nanos.length; file++) {
            for (int turn = 0; turn < IN_A_ROW; turn++) {
                long start = System.nanoTime();
                right += histories.get(file).decidedRight() ? 1 : 0;
                nanos[file][(lap + turn) % LAPS] = System.nanoTime() - start;
            }
        }
        lap += IN_A_ROW;
        return right;
    }

    /** The last laps of an iteration stand for it; those of the last iteration remain. */
    @TearDown(Level.Iteration)
    public void note() {
        double sum = 0;
        for (int file = 0; file < nanos.length; file++) {
            long[] laps = Arrays.copyOf(nanos[file], Math.min(lap, LAPS));
            Arrays.sort(laps);
            double median = laps[laps.length / 2] / 1000.0;
            Readings.note(fileReading(files.get(file)), median);
            sum += median;
        }
        Readings.note(SUM, sum);
    }

    static String fileReading(RealHistory file) {
        return "file " + file.name();
    }
}
