package dev.weevil.cli.usage;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Tells people what was wrong: one message, and for bad usage where to read on. */
public record Complaint(Defaults defaults)
        implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException bad, String[] arguments) {
        CommandLine command = bad.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("weevil: " + bad.getMessage() + origin(bad));
        List<String> suggestions = bad instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        if (!suggestions.isEmpty()) {
            err.println("did you mean " + String.join(" or ", suggestions) + "?");
        }
        err.println("try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** A value that nobody typed is blamed on the place it was set in. */
    private String origin(ParameterException bad) {
        if (bad.getArgSpec() == null) {
            return "";
        }
        return defaults.origin(bad.getArgSpec())
                .filter(origin -> origin.value().equals(bad.getValue()))
                .map(origin -> " (from " + origin.place() + ")")
                .orElse("");
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        if (thrown instanceof BadInput bad) {
            command.getErr().println("weevil: " + bad.getMessage());
            return ExitCode.USAGE;
        }
        if (thrown instanceof IOException) {
            command.getErr().println("weevil: the disk or the system failed: " + thrown);
            return ExitCode.FAILED;
        }
        command.getErr().println("weevil: internal error, a mistake of Weevil itself:");
        thrown.printStackTrace(command.getErr());
        return ExitCode.INTERNAL;
    }
}
