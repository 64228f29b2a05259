package dev.weevil.cli.zyzzyva;

import dev.weevil.cli.suite.Interruption;
import dev.weevil.cli.usage.BadInput;
import dev.weevil.cli.usage.ExitCode;
import dev.weevil.zyzzyva.server.ClusterFile;
import dev.weevil.zyzzyva.server.ReplicaServer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code weevil zyzzyva server}. */
@Command(
        name = "server",
        description = "Runs one replica until it is interrupted, and prints what is not everyday:"
                + " views entered, states taken over, primaries accused.")
final class ServerCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(200);

    @Option(names = "--config", required = true, description = "The cluster's file.")
    private Path config = Path.of("");

    @Option(names = "--id", required = true, description = "Which replica, from 0.")
    private int id;

    @Option(
            names = "--data",
            description = "A folder for what must survive a restart. Without it a replica that"
                    + " restarts has forgotten its promises and counts as faulty.")
    private Optional<Path> data = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Interruption interruption;

    ServerCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Noteworthy log = new Noteworthy("r" + id, out);
        try (ReplicaServer server = new ReplicaServer(ClusterFile.read(config), id, data, log)) {
            log.say("listens on " + server.address().getHostString() + ":"
                    + server.address().getPort()
                    + data.map(folder -> ", keeps its promises in " + folder)
                            .orElse(", keeps nothing"));
            while (!interruption.awaits(LOOK)) {
                if (log.isBroken()) {
                    return ExitCode.FAILED;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
        log.say("ends");
        return ExitCode.HELD;
    }
}
