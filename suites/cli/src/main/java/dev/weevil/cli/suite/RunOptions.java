package dev.weevil.cli.suite;

import dev.weevil.cli.usage.DurationText;
import dev.weevil.cli.usage.OutputForm;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;

/** What every command that runs something can be told. */
public final class RunOptions {

    @Option(
            names = "--limit",
            defaultValue = "2m",
            converter = DurationText.class,
            description = "Wall time of one run; over it, it is unknown. Default ${DEFAULT-VALUE}.")
    private Duration limit = Duration.ZERO;

    @Option(
            names = "--output",
            defaultValue = "text",
            description = "text or json; default ${DEFAULT-VALUE}.")
    private OutputForm output = OutputForm.text;

    @Option(
            names = "--folder",
            defaultValue = "runs",
            description = "Where run folders are made; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("runs");

    public Duration limit() {
        return limit;
    }

    public boolean json() {
        return output == OutputForm.json;
    }

    public Path folder() {
        return folder;
    }
}
