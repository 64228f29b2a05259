package dev.weevil.cli.suite;

import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Evidence;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunName;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.artefact.Execution;
import dev.weevil.engine.run.artefact.Journal;
import dev.weevil.engine.run.artefact.PlanFile;
import dev.weevil.engine.run.artefact.Ran;
import dev.weevil.engine.run.artefact.ResultFile;
import dev.weevil.engine.run.artefact.RunFolder;
import dev.weevil.engine.run.artefact.RunStore;
import dev.weevil.engine.trace.TraceReader;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** One run, from plan to folder. */
public final class Attempt {

    private static final Duration GRACE = Duration.ofSeconds(15);

    private final RunName run;
    private final Scenario scenario;
    private final Plan plan;
    private final RunStore store;
    private final Workshop workshop;

    /**
     * An attempt at this run.
     *
     * @throws IllegalArgumentException if the scenario cannot make a plan of this name
     */
    public Attempt(RunName run, Scenario scenario, RunStore store, Workshop workshop) {
        this.run = run;
        this.scenario = scenario;
        this.plan = scenario.plan(run.mode(), run.seed());
        this.store = store;
        this.workshop = workshop;
    }

    public Plan plan() {
        return plan;
    }

    /** Runs it in a folder of its own. */
    public Finished inFolder(Duration limit, Runnable tick) throws IOException {
        RunFolder folder = store.create(run, Instant.now());
        PlanFile.write(run, plan, folder);
        Finished finished = supervised(limit, tick, folder.path(), Optional.of(folder));
        return kept(finished, folder);
    }

    /**
     * Runs it in memory only: the same plan and seed give the same trace whenever somebody wants to see it.
     * {@link #keep} gives it a folder.
     */
    public Finished inMemory(Duration limit, Runnable tick) {
        return supervised(limit, tick, store.root(), Optional.empty());
    }

    /** Gives a run that has been in memory only a folder. */
    public Finished keep(Finished finished) throws IOException {
        RunFolder folder = store.create(run, Instant.now());
        PlanFile.write(run, plan, folder);
        if (finished.ran().isPresent()) {
            Journal.write(finished.ran().get().trace(), folder);
        }
        return kept(finished, folder);
    }

    private Finished supervised(
            Duration limit, Runnable tick, Path place, Optional<RunFolder> folder) {
        Supervision supervision = new Supervision(limit, GRACE, workshop.interruption(), tick);
        Execution execution = new Execution(run, scenario, plan, supervision::stop);
        try {
            return supervision
                    .conduct(run.toString(), () -> execute(execution, place, folder))
                    .map(ran -> Finished.of(ran.result()).with(ran))
                    .orElseGet(() -> failed(
                            "did not end within " + GRACE.toSeconds() + " s of being stopped"));
        } catch (ExecutionException thrown) {
            return thrown(thrown.getCause());
        }
    }

    private Ran execute(Execution execution, Path place, Optional<RunFolder> folder)
            throws IOException {
        if (folder.isEmpty()) {
            return execution.with(workshop.runners().runner(run.mode(), place), event -> {});
        }
        try (Journal journal = Journal.of(plan.header(run.mode()), folder.get())) {
            return execution.with(workshop.runners().runner(run.mode(), place), journal);
        }
    }

    private Finished thrown(Throwable cause) {
        if (cause instanceof IOException || cause instanceof UncheckedIOException) {
            return failed("could not write down the run: " + cause);
        }
        StringWriter stack = new StringWriter();
        cause.printStackTrace(new PrintWriter(stack, true));
        Result broken = Result.unfinished(run, scenario.kind(), Conclusion.BROKEN, cause + "");
        return Finished.of(broken.backedBy(Evidence.of(plan))).with(stack.toString());
    }

    private Finished failed(String why) {
        Result failed = Result.unfinished(run, scenario.kind(), Conclusion.FAILED, why);
        return Finished.of(failed.backedBy(Evidence.of(plan)));
    }

    /** Writes what is read from the trace. */
    private Finished kept(Finished finished, RunFolder folder) throws IOException {
        Result result = finished.result();
        if (finished.stack().isPresent()) {
            Files.writeString(
                    folder.logs().resolve("internal-error.txt"),
                    finished.stack().get());
        }
        if (finished.ran().isPresent()) {
            Ran ran = finished.ran().get();
            Journal.writeHistory(ran.trace(), folder);
            ResultFile.write(result, ran.judgement(), folder);
            workshop.pages().write(ran, folder);
        } else if (Files.exists(folder.trace())) {
            Journal.writeHistory(TraceReader.read(folder.trace()).trace(), folder);
        }
        if (Files.exists(folder.report())) {
            result = result.reportedAt(folder.report().toString());
        }
        ResultFile.write(result, finished.ran().flatMap(Ran::judgement), folder);
        return finished.in(folder, result);
    }
}
