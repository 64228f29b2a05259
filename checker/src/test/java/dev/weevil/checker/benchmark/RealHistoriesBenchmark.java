package dev.weevil.checker.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
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

/** Deciding the files of one group one after another; each file's own median is noted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class RealHistoriesBenchmark {

    private static final int LAPS = 1024;

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

    @Benchmark
    public int decide() {
        int right = 0;
        for (int file = 0; file < nanos.length; file++) {
            long start = System.nanoTime();
            right += histories.get(file).decidedRight() ? 1 : 0;
            nanos[file][lap % LAPS] = System.nanoTime() - start;
        }
        lap++;
        return right;
    }

    /** The last laps of an iteration stand for it; those of the last iteration remain. */
    @TearDown(Level.Iteration)
    public void note() {
        for (int file = 0; file < nanos.length; file++) {
            long[] laps = Arrays.copyOf(nanos[file], Math.min(lap, LAPS));
            Arrays.sort(laps);
            Readings.note("file " + files.get(file).name(), laps[laps.length / 2] / 1000.0);
        }
    }
}
