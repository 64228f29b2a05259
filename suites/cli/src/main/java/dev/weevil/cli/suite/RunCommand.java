package dev.weevil.cli.suite;

import dev.weevil.cli.show.ResultTable;
import dev.weevil.cli.show.ResultsJson;
import dev.weevil.cli.show.Terminal;
import dev.weevil.cli.usage.BadInput;
import dev.weevil.cli.usage.ExitCode;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.artefact.RunStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code weevil run}. */
@Command(
        name = "run",
        description = "Runs a suite or one scenario, and says whether every expectation held.")
public final class RunCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SUITE|SCENARIO",
            description = "What to run: a suite, suite/scenario, or a scenario.")
    private String target = "";

    @Option(names = "--live", description = "Only with real processes and sockets.")
    private boolean live;

    @Option(names = "--simulate", description = "Only on one thread under virtual time.")
    private boolean simulate;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of the first run; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--runs",
            defaultValue = "1",
            description = "How often to run each scenario, each time with the next seed.")
    private int runs;

    @Option(
            names = "--keep",
            defaultValue = "50",
            description =
                    "How many older runs stay; violations always do. Default ${DEFAULT-VALUE}.")
    private int keep;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Suites suites;
    private final Workshop workshop;
    private final Terminal terminal;

    public RunCommand(Suites suites, Workshop workshop, Terminal terminal) {
        this.suites = suites;
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Selection selection = suites.select(target);
        RunStore store = new RunStore(options.folder());
        refuseBadNumbers();
        Order order = new Order(modes(), seed, runs, options.limit(), store);
        Campaign campaign = new Campaign(selection, order, workshop);
        if (campaign.size() == 0) {
            throw new BadInput(
                    target + ": nothing in it can be run " + (live ? "live" : "in the simulation"));
        }
        store.keepNewest(keep);
        List<Result> results = campaign.run(terminal.progress(campaign.size()));
        Optional<Path> summary = results.size() > 1
                ? Optional.of(summarize(selection.suite().name(), results, store))
                : Optional.empty();
        show(selection.suite().name(), results, summary);
        return workshop.interruption().isRequested() ? ExitCode.INTERRUPTED : ExitCode.of(results);
    }

    private void refuseBadNumbers() {
        if (runs < 1 || keep < 0) {
            throw new BadInput(
                    "expected --runs >= 1 and --keep >= 0, found " + runs + " and " + keep);
        }
        if (Files.exists(options.folder()) && !Files.isDirectory(options.folder())) {
            throw new BadInput("--folder: expected a folder, found the file " + options.folder());
        }
    }

    private Set<Mode> modes() {
        if (live == simulate) {
            return EnumSet.allOf(Mode.class);
        }
        return EnumSet.of(live ? Mode.LIVE : Mode.SIMULATED);
    }

    private Path summarize(String suite, List<Result> results, RunStore store) throws IOException {
        Path summary = store.createSummary(suite, Instant.now());
        Files.writeString(RunStore.summary(summary), ResultsJson.of(suite, results) + "\n");
        workshop.pages().summarize(suite, results, summary);
        return summary;
    }

    private void show(String suite, List<Result> results, Optional<Path> summary) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(ResultsJson.of(suite, results));
        } else {
            new ResultTable(results, terminal.colour(), terminal.launcher()).print(out, summary);
        }
        out.flush();
    }
}
