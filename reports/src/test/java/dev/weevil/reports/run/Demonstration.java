package dev.weevil.reports.run;

import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.trace.Trace;
import dev.weevil.reports.SyntheticRun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes pages to look at: {@code violated.html} and {@code honest.html} in the given folder. */
public final class Demonstration {

    private Demonstration() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        write(SyntheticRun.violated(360), folder.resolve("violated.html"));
        write(SyntheticRun.honest(360), folder.resolve("honest.html"));
    }

    private static void write(Trace trace, Path page) throws IOException {
        Judgement judgement = SyntheticRun.judge(trace);
        RunFacts facts = RunFacts.of(
                SyntheticRun.scenario(),
                "java -jar suites/cli/target/weevil.jar run zyzzyva/colluding-pair --simulate"
                        + " --seed 7");
        RunReport.of(trace, judgement, facts).writeTo(page);
    }
}
