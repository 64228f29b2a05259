package dev.weevil.engine.live.replica;

import dev.weevil.engine.cluster.Protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** The program of a replica's process. Its one argument is the file of a {@link ReplicaPlan}. */
public final class ReplicaMain {

    private ReplicaMain() {}

    /** Runs the replica until the harness is gone. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ReplicaPlan plan = ReplicaPlan.read(Path.of(arguments[0]));
        ReplicaProcess process = new ReplicaProcess(plan, protocol(plan.system()));
        process.runUntilHarnessIsGone();
        // Not exit: nothing here needs to be put in order, and nothing may keep it.
        Runtime.getRuntime().halt(0);
    }

    private static Protocol protocol(String name) throws IOException {
        List<Protocol> known = ServiceLoader.load(Protocol.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return known.stream()
                .filter(protocol -> protocol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("no protocol named '" + name
                        + "' is registered as a service on the class path; found "
                        + known.stream().map(Protocol::name).toList()));
    }
}
