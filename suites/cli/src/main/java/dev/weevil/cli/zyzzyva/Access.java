package dev.weevil.cli.zyzzyva;

import dev.weevil.cli.usage.BadInput;
import dev.weevil.cli.usage.DurationText;
import dev.weevil.cli.usage.ExitCode;
import dev.weevil.zyzzyva.server.ClusterFile;
import dev.weevil.zyzzyva.server.KeyValueClient;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What all commands have in common that use a cluster. */
final class Access {

    /** What a command does with the cluster; its exit code. */
    interface Use {
        int of(KeyValueClient client, Duration patience)
                throws TimeoutException, InterruptedException;
    }

    @Option(names = "--config", required = true, description = "The cluster's file.")
    private Path config = Path.of("");

    @Option(
            names = "--client",
            defaultValue = "0",
            description = "Which client to be; nobody else may be it at the same time. Default"
                    + " ${DEFAULT-VALUE}.")
    private int client;

    @Option(
            names = "--data",
            description = "A folder for the timestamps it has used. Default: FILE.clients.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--timeout",
            defaultValue = "30s",
            converter = DurationText.class,
            description = "How long to wait for an answer. Default ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ZERO;

    int use(Use use, PrintWriter err) throws InterruptedException {
        Path folder =
                data.orElseGet(() -> config.resolveSibling(config.getFileName() + ".clients"));
        try (KeyValueClient open = new KeyValueClient(ClusterFile.read(config), client, folder)) {
            return use.of(open, timeout);
        } catch (TimeoutException e) {
            err.println("weevil: " + e.getMessage());
            return ExitCode.INCONCLUSIVE;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
    }
}
