package dev.weevil.cli.suite;

import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.artefact.Ran;
import dev.weevil.engine.run.artefact.RunFolder;
import dev.weevil.reports.run.RunFacts;
import dev.weevil.reports.run.RunReport;
import dev.weevil.reports.suite.JunitXml;
import dev.weevil.reports.suite.SuiteReport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The pages of the reports module.
 *
 * @param launcher what to type before the arguments of a command
 */
public record HtmlPages(String launcher) implements Pages {

    /** A run that could not be judged has no page: its result and its trace say what there is. */
    @Override
    public void write(Ran ran, RunFolder folder) throws IOException {
        if (ran.judgement().isEmpty()) {
            return;
        }
        String replay = launcher + " replay " + folder.path();
        RunFacts facts = RunFacts.of(ran.scenario(), replay)
                .with("run again", launcher + " " + ran.result().run().arguments())
                .with("trace digest", ran.result().digest().orElse("none"))
                .with("wall time", ran.result().wall().toMillis() + " ms");
        RunReport.of(ran.trace(), ran.judgement().get(), facts).writeTo(folder.report());
    }

    @Override
    public void summarize(String suite, List<Result> results, Path folder) throws IOException {
        List<Result> linked =
                results.stream().map(result -> seenFrom(folder, result)).toList();
        SuiteReport.of(suite, linked).writeTo(folder.resolve("index.html"));
        JunitXml.of(suite, linked).writeTo(folder.resolve("junit.xml"));
    }

    /** With the way to its page from there, so that the folders can be moved together. */
    private static Result seenFrom(Path folder, Result result) {
        return result.report()
                .map(page -> folder.toAbsolutePath().relativize(Path.of(page).toAbsolutePath()))
                .map(page -> result.reportedAt(page.toString()))
                .orElse(result);
    }
}
