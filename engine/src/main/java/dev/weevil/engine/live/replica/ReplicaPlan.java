package dev.weevil.engine.live.replica;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.NodeId;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * All that a replica's process is told, in a file that only its owner can read: the seed is the
 * cluster's keys.
 *
 * @param system the protocol's name
 * @param seed the run's
 * @param ports the replica's own address map: the local port for each node it sends to
 * @param controlPort where the harness listens
 * @param token what the harness knows its processes by
 * @param disk the folder of what the replica persists
 */
public record ReplicaPlan(
        String system,
        NodeId self,
        Membership membership,
        Settings settings,
        Scheme scheme,
        Seed seed,
        Map<NodeId, Integer> ports,
        int controlPort,
        long token,
        Path disk) {

    private static final String SETTING = "setting.";
    private static final String PORT = "port.";

    public ReplicaPlan {
        ports = Collections.unmodifiableMap(new TreeMap<>(ports));
    }

    /** Writes the plan to a new file, readable by its owner alone. */
    public void write(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty("system", system);
        values.setProperty("self", self.toString());
        values.setProperty("replicas", Integer.toString(membership.replicas()));
        values.setProperty("faults", Integer.toString(membership.faults()));
        values.setProperty("clients", Integer.toString(membership.clients()));
        values.setProperty("scheme", scheme.name());
        values.setProperty("seed", seed.toString());
        values.setProperty("controlPort", Integer.toString(controlPort));
        values.setProperty("token", Long.toString(token));
        values.setProperty("disk", disk.toAbsolutePath().toString());
        settings.values().forEach((name, value) -> values.setProperty(SETTING + name, value));
        ports.forEach((node, port) -> values.setProperty(PORT + node, port.toString()));
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(file)) {
            values.store(out, null);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static ReplicaPlan read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
        }
        Map<String, String> settings = new TreeMap<>();
        Map<NodeId, Integer> ports = new TreeMap<>();
        for (String name : values.stringPropertyNames()) {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), values.getProperty(name));
            } else if (name.startsWith(PORT)) {
                ports.put(NodeId.parse(name.substring(PORT.length())), whole(values, name));
            }
        }
        return new ReplicaPlan(
                values.getProperty("system"),
                NodeId.parse(values.getProperty("self")),
                new Membership(
                        whole(values, "replicas"),
                        whole(values, "faults"),
                        whole(values, "clients")),
                Settings.of(settings),
                Scheme.valueOf(values.getProperty("scheme")),
                new Seed(Long.parseLong(values.getProperty("seed"))),
                ports,
                whole(values, "controlPort"),
                Long.parseLong(values.getProperty("token")),
                Path.of(values.getProperty("disk")));
    }

    private static int whole(Properties values, String name) {
        return Integer.parseInt(values.getProperty(name));
    }
}
