package dev.weevil.checker.benchmark;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.serializability.Level;
import dev.weevil.checker.serializability.Options;
import dev.weevil.checker.serializability.Serializability;
import dev.weevil.checker.serializability.TransactionVerdict.Outcome;

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

/** Deciding 100,000 transactions in memory on one thread, explanations included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseSerialGC"})
public class SerializabilityBenchmark {

    static final int TRANSACTIONS = 100_000;

    @Param({"lists", "lists, stale", "registers", "registers, stale"})
    public String subject = "lists";

    private History history = new History(List.of());

    @Setup
    public void record() {
        boolean stale = subject.endsWith("stale");
        TransactionHistory transactions =
                new TransactionHistory(TRANSACTIONS, 10, subject.startsWith("lists"));
        List<HistoryEvent> events = transactions.events();
        history = new History(stale ? transactions.spoil(events) : events);
        Readings.note("operations", TRANSACTIONS);
        Readings.note(Readings.PEAK_MEGABYTES, Readings.peakMegabytes(this::decide));
        if (decide() != (stale ? Outcome.INVALID : Outcome.VALID)) {
            throw new IllegalStateException(subject + " is " + decide());
        }
    }

    @Benchmark
    public Outcome decide() {
        return Serializability.check(history, Options.at(Level.STRICT_SERIALIZABLE))
                .outcome();
    }
}
