package dev.weevil.cli.zyzzyva;

import dev.weevil.cli.usage.BadInput;
import dev.weevil.cli.usage.ExitCode;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.live.keys.KeyFile;
import dev.weevil.zyzzyva.server.ClusterFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code weevil zyzzyva init}. */
@Command(
        name = "init",
        description =
                "Founds a cluster: writes its file, and beside it a folder with fresh keys for"
                        + " every replica and client. Each node is to be given its own key file only.")
final class InitCommand implements Callable<Integer> {

    @Option(names = "--config", required = true, description = "The file to write.")
    private Path config = Path.of("");

    @Option(
            names = "--faults",
            defaultValue = "1",
            description = "f, the Byzantine replicas to tolerate; there will be 3f+1. Default"
                    + " ${DEFAULT-VALUE}.")
    private int faults;

    @Option(
            names = "--clients",
            defaultValue = "8",
            description = "How many clients there can be. Default ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--cluster",
            defaultValue = "1",
            description = "A number of its own: messages of other clusters mean nothing in it."
                    + " Default ${DEFAULT-VALUE}.")
    private int cluster;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Where all replicas are, until the file is changed. Default"
                    + " ${DEFAULT-VALUE}.")
    private String host = "";

    @Option(
            names = "--port",
            defaultValue = "7100",
            description = "Of replica 0; the others follow. Default ${DEFAULT-VALUE}.")
    private int port;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path folder = Path.of(config.getFileName() + ".keys");
        ClusterFile file = describe(folder);
        if (Files.exists(config)) {
            throw new BadInput(config + ": expected no such file yet, found one");
        }
        Path keys = config.resolveSibling(folder);
        try {
            KeyFile.deal(cluster, file.membership().nodes(), keys);
        } catch (IOException e) {
            throw new BadInput(e.getMessage());
        }
        file.write(config);
        var out = spec.commandLine().getOut();
        out.println("founded cluster " + cluster + " of " + file.membership().replicas()
                + " replicas and " + clients + " clients: " + config + ", keys in " + keys);
        out.println("next: weevil zyzzyva server --config " + config + " --id 0 --data r0");
        return ExitCode.HELD;
    }

    private ClusterFile describe(Path keys) {
        try {
            Membership membership = Membership.byzantine(faults, clients);
            return ClusterFile.onOneHost(cluster, membership, host, port, keys);
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
    }
}
