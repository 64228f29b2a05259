package dev.weevil.engine.live.keys;

import dev.weevil.engine.authentication.KeyMaterial;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of one node of one cluster in a file of properties: {@code owner}, {@code cluster},
 * {@code secret}, {@code public.NODE} and {@code shared.NODE}, keys in hexadecimal.
 *
 * @param cluster keys of one cluster open nothing in another
 */
public record KeyFile(int cluster, KeyMaterial keys) {

    private static final String PUBLIC = "public.";
    private static final String SHARED = "shared.";

    private static final Set<PosixFilePermission> OWNERS_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /**
     * Writes fresh keys for each node to {@code NODE.keys} in the folder, which is created.
     *
     * @throws IOException naming the file, if one of them exists: keys in use are never replaced
     */
    public static void deal(int cluster, Collection<NodeId> nodes, Path folder) throws IOException {
        SecureRandom random = new SecureRandom();
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (NodeId node : nodes) {
            if (Files.exists(in(folder, node))) {
                throw new IOException(in(folder, node) + ": expected no keys yet, found some");
            }
        }
        for (KeyMaterial keys : KeyMaterial.deal(nodes, count -> bytes(random, count))) {
            new KeyFile(cluster, keys).write(in(folder, keys.owner()));
        }
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Where a node's keys are in a folder of keys. */
    public static Path in(Path folder, NodeId node) {
        return folder.resolve(node + ".keys");
    }

    private void write(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty("cluster", Integer.toString(cluster));
        values.setProperty("owner", keys.owner().toString());
        values.setProperty("secret", hex(keys.secret()));
        keys.published().forEach((node, key) -> values.setProperty(PUBLIC + node, hex(key)));
        keys.shared().forEach((node, key) -> values.setProperty(SHARED + node, hex(key)));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS_ONLY));
        try (Writer out = Files.newBufferedWriter(file)) {
            values.store(out, null);
        }
    }

    private static String hex(Payload key) {
        return HexFormat.of().formatHex(key.toByteArray());
    }

    /**
     * Reads a node's keys from a folder of keys.
     *
     * @throws IOException naming the file, if there is none, if others than its owner may read or write
     *     it, or if it does not hold this node's keys for this cluster
     */
    public static KeyFile read(int cluster, NodeId node, Path folder) throws IOException {
        Path file = in(folder, node);
        try {
            Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
            if (!OWNERS_ONLY.containsAll(open)) {
                throw new IOException(file + ": expected permissions rw-------, found "
                        + PosixFilePermissions.toString(open)
                        + ": keys that others can read are worth nothing (chmod 600)");
            }
            KeyFile found = parse(file);
            if (found.cluster != cluster || !found.keys.owner().equals(node)) {
                throw new IOException(file + ": expected the keys of " + node + " in cluster "
                        + cluster + ", found those of " + found.keys.owner() + " in cluster "
                        + found.cluster);
            }
            return found;
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": expected the keys of " + node + ", found no file", e);
        }
    }

    private static KeyFile parse(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
            return new KeyFile(
                    Integer.parseInt(values.getProperty("cluster", "")),
                    new KeyMaterial(
                            NodeId.parse(values.getProperty("owner", "")),
                            key(values.getProperty("secret", "")),
                            keys(values, PUBLIC),
                            keys(values, SHARED)));
        } catch (IllegalArgumentException | MalformedInputException e) {
            // Not the cause's words: they may quote a key.
            throw new IOException(file + ": expected a file of keys, found something else", e);
        }
    }

    private static SortedMap<NodeId, Payload> keys(Properties values, String prefix) {
        SortedMap<NodeId, Payload> keys = new TreeMap<>();
        for (String name : values.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                keys.put(
                        NodeId.parse(name.substring(prefix.length())),
                        key(values.getProperty(name)));
            }
        }
        return keys;
    }

    private static Payload key(String hex) {
        return Payload.wrap(HexFormat.of().parseHex(hex));
    }
}
