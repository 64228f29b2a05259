package dev.weevil.checker.benchmark;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Measures every kind of history in a process of its own, warm and on one thread, and prints one table:
 * the median microseconds of deciding it, reading and explaining excluded, and the peak of the heap, the
 * history included. From the folder of the project:
 *
 * <pre>{@code mvn -q -pl checker test-compile exec:exec@benchmark -Dbenchmark="ARGUMENTS"}</pre>
 *
 * <ul>
 *   <li>{@code --histories FOLDER} measures the files an {@code expected.tsv} there names as well, group
 *       by group;
 *   <li>{@code --peer COMMAND} has a {@link Peer} measured side by side, each time right after us, for at
 *       most {@code --peer-seconds N}, usually 10;
 *   <li>{@code --only REGEX} measures the kinds whose title has a match.
 * </ul>
 */
public final class CheckerBenchmark {

    private static final PrintStream OUT = System.out;

    private final BenchmarkArguments arguments;
    private final Table table = new Table(OUT);

    private CheckerBenchmark(BenchmarkArguments arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] args) throws IOException, RunnerException {
        OUT.printf(
                Locale.ROOT,
                "load %.2f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        new CheckerBenchmark(BenchmarkArguments.of(args)).run();
    }

    private void run() throws IOException, RunnerException {
        table.head();
        for (Subject subject : Subject.ALL) {
            if (arguments.wants(subject.title())) {
                measure(subject);
            }
        }
        for (String kind : List.of("lists", "lists, stale", "registers", "registers, stale")) {
            String title = "transactions, 100 k, " + kind;
            if (arguments.wants(title)) {
                table.row(title, run(SerializabilityBenchmark.class, "subject", kind));
            }
        }
        if (arguments.histories().isPresent()) {
            measureFiles(arguments.histories().get());
        }
    }

    private void measure(Subject subject) throws IOException, RunnerException {
        Reading ours = run(LinearizabilityBenchmark.class, "title", subject.title());
        Optional<Peer.Answer> theirs = Optional.empty();
        if (arguments.peer().isPresent()) {
            theirs = arguments
                    .peer()
                    .get()
                    .measure(subject.events(), subject.modelName(), subject.initial());
        }
        table.row(subject.title(), ours, theirs);
    }

    private void measureFiles(Path folder) throws IOException, RunnerException {
        List<RealHistory> all = RealHistory.in(folder);
        TreeSet<String> groups = new TreeSet<>();
        all.forEach(file -> groups.add(file.group()));
        for (String group : groups) {
            if (arguments.wants(group)) {
                Reading ours = run(
                        RealHistoriesBenchmark.class, "folder", folder.toString(), "group", group);
                List<RealHistory> files =
                        all.stream().filter(file -> file.group().equals(group)).toList();
                new GroupTable(table, group, ours).print(files, arguments.peer());
            }
        }
    }

    private static Reading run(Class<?> benchmark, String... parameters) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Pattern.quote(benchmark.getName()))
                .addProfiler(Readings.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (int i = 0; i < parameters.length; i += 2) {
            options.param(parameters[i], parameters[i + 1]);
        }
        List<RunResult> results = new ArrayList<>(new Runner(options.build()).run());
        return Reading.of(results.get(0));
    }
}
