package dev.weevil.cli.replay;

import dev.weevil.cli.suite.RunOptions;
import dev.weevil.cli.suite.Suites;
import dev.weevil.cli.suite.Workshop;
import dev.weevil.cli.usage.BadInput;
import dev.weevil.cli.usage.ExitCode;
import dev.weevil.engine.run.RunName;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.artefact.BadRun;
import dev.weevil.engine.run.artefact.PlanFile;
import dev.weevil.engine.run.artefact.RunFolder;
import dev.weevil.engine.run.artefact.RunStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code weevil replay}. */
@Command(
        name = "replay",
        description = {
            "Runs a recorded run again.",
            "A simulated run must give the same trace. A live run is run by the same plan, and it is told "
                    + "how many of the recorded decisions could be applied again."
        })
public final class ReplayCommand implements Callable<Integer> {

    /** Of the JSON document. */
    private static final int VERSION = 1;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as in runs/latest.")
    private Path run = Path.of("");

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Suites suites;
    private final Workshop workshop;

    public ReplayCommand(Suites suites, Workshop workshop) {
        this.suites = suites;
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws IOException {
        Replayed replayed = replay().run(options.limit(), () -> {});
        if (options.json()) {
            printJson(replayed);
        } else {
            replayed.sentences().forEach(spec.commandLine().getOut()::println);
        }
        spec.commandLine().getOut().flush();
        if (workshop.interruption().isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        return replayed.matched() ? ExitCode.HELD : ExitCode.FAILED;
    }

    private Replay replay() throws IOException {
        try {
            // Through the link, which a later run would turn elsewhere.
            RunFolder recorded = RunFolder.open(run.toFile().exists() ? run.toRealPath() : run);
            RunName name = PlanFile.read(recorded).run();
            return new Replay(recorded, scenario(name), new RunStore(options.folder()), workshop);
        } catch (BadRun bad) {
            throw new BadInput(bad.getMessage());
        }
    }

    private Scenario scenario(RunName name) {
        return suites.all().stream()
                .filter(suite -> suite.name().equals(name.suite()))
                .flatMap(suite -> suite.scenarios().stream())
                .filter(scenario -> scenario.name().equals(name.scenario()))
                .findFirst()
                .orElseThrow(() -> new BadInput(run + ": expected a run of an installed suite,"
                        + " found " + name.suite() + "/" + name.scenario()));
    }

    private void printJson(Replayed replayed) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.putAll(replayed.facts());
        PrintWriter out = spec.commandLine().getOut();
        out.println(mapper.writeValueAsString(document));
    }
}
