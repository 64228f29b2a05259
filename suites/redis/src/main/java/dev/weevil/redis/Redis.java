package dev.weevil.redis;

import dev.weevil.engine.cluster.Foreign;
import dev.weevil.engine.cluster.Installation;
import dev.weevil.engine.cluster.LinkModel;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A Redis primary, r0, and replicas that copy it asynchronously. Clients use whoever is primary. The
 * action {@code promote} with the parameter {@code replica} makes that one a primary.
 */
public final class Redis implements Foreign {

    static final String PROGRAM = "redis-server";

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public LinkModel linkModel() {
        return LinkModel.RELIABLE_FIFO;
    }

    @Override
    public Optional<String> missing() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        boolean installed = Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
        return installed
                ? Optional.empty()
                : Optional.of(PROGRAM
                        + " is not on the PATH: install it (Debian: apt-get install redis-server)");
    }

    @Override
    public Installation install(Membership membership, Settings settings) {
        return new RedisInstallation(membership);
    }
}
