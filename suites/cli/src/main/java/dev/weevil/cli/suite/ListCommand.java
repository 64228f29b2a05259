package dev.weevil.cli.suite;

import dev.weevil.cli.usage.ExitCode;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Suite;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code weevil list}. */
@Command(name = "list", description = "Shows the suites and scenarios that can be run.")
public final class ListCommand implements Callable<Integer> {

    private static final String INDENT = "    ";
    private static final int COLUMNS = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Suites suites;

    public ListCommand(Suites suites) {
        this.suites = suites;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Suite suite : suites.all()) {
            out.println(suite.name() + ": " + suite.describe());
            suite.scenarios().forEach(scenario -> print(scenario, out));
            out.println();
        }
        out.flush();
        return ExitCode.HELD;
    }

    private static void print(Scenario scenario, PrintWriter out) {
        out.println();
        out.println("  " + scenario.name() + " (" + scenario.kind() + "; " + modes(scenario) + ")");
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : scenario.claim().split(" ", -1)) {
            if (line.length() + word.length() >= COLUMNS) {
                out.println(line);
                line = new StringBuilder(INDENT);
            }
            line.append(line.length() == INDENT.length() ? "" : " ").append(word);
        }
        out.println(line);
    }

    private static String modes(Scenario scenario) {
        return Arrays.stream(Mode.values())
                .filter(scenario.modes()::contains)
                .map(Mode::toString)
                .collect(Collectors.joining(", "));
    }
}
