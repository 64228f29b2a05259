package dev.weevil.checker.benchmark;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.Examination;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Deciding one history in memory on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseSerialGC"})
public class LinearizabilityBenchmark {

    @Param("")
    public String title = "";

    private Operations history = new History(List.of()).operations();
    private Model<?> model = Models.mutex();

    @Setup
    public void record() {
        Subject subject = Subject.titled(title);
        history = new History(subject.events()).operations();
        model = subject.model();
        Readings.note("operations", history.size());
        Readings.note(Readings.PEAK_MEGABYTES, Readings.peakMegabytes(this::decide));
        if (decide() != subject.expected()) {
            throw new IllegalStateException(title + " is " + decide());
        }
    }

    @Benchmark
    public Verdict.Kind decide() {
        return Examination.of(history, model, Limits.none()).kind();
    }
}
