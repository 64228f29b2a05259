package dev.weevil.cli.check;

import dev.weevil.checker.file.FileCheck;
import dev.weevil.checker.file.FileVerdict;
import dev.weevil.checker.format.HistoryFormat;
import dev.weevil.checker.format.HistoryReader;
import dev.weevil.checker.format.MalformedHistory;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.cli.suite.Interruption;
import dev.weevil.cli.usage.BadInput;
import dev.weevil.cli.usage.DurationText;
import dev.weevil.cli.usage.ExitCode;
import dev.weevil.cli.usage.OutputForm;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code weevil check}. */
@Command(
        name = "check",
        description =
                "Checks recorded histories of objects for linearizability, and of transactions"
                        + " for serializability; folders are searched for history.edn and history.jsonl.")
public final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Histories to check.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--model",
            required = true,
            description = "What the object is: register, cas-register, key-value, fifo-queue, ...;"
                    + " or list-append or rw-register for transactions.")
    private String model = "";

    @Option(
            names = "--initial",
            description =
                    "Its first state, written as EDN; without it what model and format imply.")
    private Optional<String> initial = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "auto",
            description = "How the files are written; ${DEFAULT-VALUE} recognises it.")
    private String format = "auto";

    @Option(
            names = "--timeout",
            defaultValue = "60s",
            converter = DurationText.class,
            description =
                    "For each file; after it the verdict is unknown. Default ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ZERO;

    @Option(
            names = "--output",
            defaultValue = "text",
            description = "text, or json: an object per file and line. Default ${DEFAULT-VALUE}.")
    private OutputForm output = OutputForm.text;

    @Option(names = "--report", description = "A page to write the verdicts to.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--dot",
            description = "A file to write what contradicts itself to, as graphs for Graphviz.")
    private Optional<Path> dot = Optional.empty();

    @Mixin
    private Expected expected = new Expected();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Interruption interruption;
    private final List<FileVerdict> reported = new ArrayList<>();

    public CheckCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        FileCheck check = order();
        FileText text = new FileText(output == OutputForm.json);
        List<Integer> codes = new ArrayList<>();
        for (Path file : files()) {
            if (!interruption.isRequested()) {
                codes.add(check(file, check, text));
            }
        }
        report.ifPresent(
                page -> codes.add(write("report", page, new HistoryPage(reported)::writeTo)));
        dot.ifPresent(file -> codes.add(write("graphs", file, new Picture(reported)::writeTo)));
        return interruption.isRequested() ? ExitCode.INTERRUPTED : ExitCode.worst(codes);
    }

    private FileCheck order() {
        Limits limits = Limits.within(timeout)
                .withThreads(Runtime.getRuntime().availableProcessors())
                .until(interruption::isRequested);
        try {
            Optional<HistoryFormat> told = format.equals("auto")
                    ? Optional.empty()
                    : Optional.of(HistoryFormat.of(format));
            // Nothing between the quotes is nothing told.
            return new FileCheck(
                    model,
                    initial.filter(text -> !text.isBlank()),
                    told,
                    expected.demand(),
                    limits);
        } catch (IllegalArgumentException refused) {
            throw new BadInput(refused.getMessage());
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new BadInput(path + ": expected a history, found no such file");
            }
            List<Path> below = found(path);
            if (below.isEmpty()) {
                throw new BadInput(
                        path + ": expected a history.edn or history.jsonl in this folder,"
                                + " found none");
            }
            files.addAll(below);
        }
        return files;
    }

    private static List<Path> found(Path path) {
        try {
            return HistoryReader.files(path);
        } catch (IOException e) {
            throw new BadInput(path + ": expected a readable folder, found " + e);
        }
    }

    /** A file that cannot be read does not keep the others from being checked. */
    private int check(Path file, FileCheck check, FileText text) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            FileVerdict verdict = check.check(file);
            text.print(verdict, out);
            out.flush();
            if (report.isPresent() || dot.isPresent()) {
                reported.add(verdict);
            }
            return code(verdict.verdict().kind());
        } catch (MalformedHistory malformed) {
            return refused(malformed.getMessage());
        } catch (IOException e) {
            return refused(file + ": expected a readable file, found " + e);
        }
    }

    /** Writes a file beside the answers. */
    private interface Page {
        void writeTo(Path place) throws IOException;
    }

    private int write(String what, Path place, Page page) {
        try {
            page.writeTo(place);
        } catch (IOException e) {
            return refused(place + ": expected a place for the " + what + ", found " + e);
        }
        if (output == OutputForm.text) {
            spec.commandLine().getOut().println(what + ": " + place);
        }
        return ExitCode.HELD;
    }

    private int refused(String complaint) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("weevil: " + complaint);
        err.flush();
        return ExitCode.USAGE;
    }

    private static int code(Verdict.Kind kind) {
        return switch (kind) {
            case VALID -> ExitCode.HELD;
            case INVALID -> ExitCode.UNEXPECTED;
            case UNKNOWN -> ExitCode.INCONCLUSIVE;
        };
    }
}
