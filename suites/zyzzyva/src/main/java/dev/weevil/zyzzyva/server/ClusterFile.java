package dev.weevil.zyzzyva.server;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Who belongs to a cluster, where its replicas listen and how they are set: the same file for every
 * replica and every client.
 *
 * <pre>
 * cluster = 1
 * faults = 1
 * clients = 8
 * keys = keys
 * replica.0 = 10.0.0.1:7100
 * replica.1 = 10.0.0.2:7100
 * replica.2 = 10.0.0.3:7100
 * replica.3 = 10.0.0.4:7100
 * zyzzyva.auth = MAC
 * </pre>
 *
 * @param cluster what one cluster says proves nothing in another
 * @param replicas where each listens; names are looked up when they are called
 * @param settings of the protocol, by the names of {@link ZyzzyvaSettings}
 * @param keys the folder of {@code NODE.keys}, read as lying beside the file where it is not absolute
 */
public record ClusterFile(
        int cluster,
        Membership membership,
        Map<NodeId, InetSocketAddress> replicas,
        Settings settings,
        Path keys) {

    private static final String REPLICA = "replica.";
    private static final String SETTING = "zyzzyva.";

    /** Nobody waits for a machine's mistake: on real networks answers take longer than in a test. */
    private static final Settings USUAL =
            Settings.NONE.with("tCommit", 50).with("tRetrans", 500).with("tReq", 1000);

    /** Refuses settings that {@link ZyzzyvaSettings} refuses. */
    public ClusterFile {
        replicas = Collections.unmodifiableMap(new TreeMap<>(replicas));
        var unused = ZyzzyvaSettings.from(membership, settings);
    }

    /** A cluster on one host, at consecutive ports. */
    public static ClusterFile onOneHost(
            int cluster, Membership membership, String host, int firstPort, Path keys) {
        Map<NodeId, InetSocketAddress> replicas = new TreeMap<>();
        for (NodeId replica : membership.replicaIds()) {
            replicas.put(
                    replica, InetSocketAddress.createUnresolved(host, firstPort + replica.index()));
        }
        return new ClusterFile(cluster, membership, replicas, USUAL, keys);
    }

    /** The settings its nodes run with. */
    public Settings nodeSettings() {
        return settings.with("cluster", cluster);
    }

    /**
     * Reads a cluster's file.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    public static ClusterFile read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
            return parse(file, values);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": expected a cluster's file, found none", e);
        } catch (IllegalArgumentException | MalformedInputException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static ClusterFile parse(Path file, Properties values) {
        Map<NodeId, InetSocketAddress> replicas = new TreeMap<>();
        Map<String, String> settings = new TreeMap<>(USUAL.values());
        for (String name : values.stringPropertyNames()) {
            String value = values.getProperty(name).strip();
            if (name.startsWith(REPLICA)) {
                replicas.put(NodeId.parse("r" + name.substring(REPLICA.length())), address(value));
            } else if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), value);
            } else if (!List.of("cluster", "faults", "clients", "keys").contains(name)) {
                throw new IllegalArgumentException("expected cluster, faults, clients, keys,"
                        + " replica.NUMBER or zyzzyva.SETTING, found '" + name + "'");
            }
        }
        Membership membership =
                new Membership(replicas.size(), whole(values, "faults"), whole(values, "clients"));
        if (!List.copyOf(replicas.keySet()).equals(membership.replicaIds())) {
            throw new IllegalArgumentException("expected replica.0 to replica."
                    + (replicas.size() - 1) + ", found " + replicas.keySet());
        }
        return new ClusterFile(
                whole(values, "cluster"),
                membership,
                replicas,
                Settings.of(settings),
                file.toAbsolutePath().resolveSibling(text(values, "keys")));
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return InetSocketAddress.createUnresolved(
                    text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "expected an address such as 10.0.0.1:7100, found '" + text + "'", e);
        }
    }

    private static int whole(Properties values, String name) {
        String text = text(values, name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + ": expected a whole number, found '" + text + "'", e);
        }
    }

    private static String text(Properties values, String name) {
        String text = values.getProperty(name);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("expected a value for '" + name + "', found none");
        }
        return text.strip();
    }

    /**
     * Writes the file for people to read and change.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it exists
     */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# A Zyzzyva cluster: the same file for every replica and every client.");
        lines.add("cluster = " + cluster);
        lines.add("faults = " + membership.faults());
        lines.add("clients = " + membership.clients());
        lines.add("keys = " + keys);
        replicas.forEach((node, address) -> lines.add(REPLICA + node.index() + " = "
                + address.getHostString() + ":" + address.getPort()));
        settings.values().forEach((name, value) -> lines.add(SETTING + name + " = " + value));
        Files.write(file, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
