package dev.weevil.engine.live.host;

import dev.weevil.engine.node.Payload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder with a file for each name. A file is replaced whole or not at all, and both it and its
 * folder are forced to the device before a write counts.
 */
public final class FolderDisk implements Disk {

    private static final String SUFFIX = ".kept";

    private final Path folder;

    /** @param folder created where it does not exist */
    public FolderDisk(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public SortedMap<String, Payload> read() throws IOException {
        SortedMap<String, Payload> contents = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                contents.put(nameOf(file), Payload.wrap(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Override
    public void write(String name, Payload content) throws IOException {
        Path file = folder.resolve(fileOf(name));
        Path fresh = folder.resolve(fileOf(name) + ".new");
        try (FileChannel out = FileChannel.open(
                fresh,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = content.asByteBuffer();
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    // Names are the node's own words: written in hexadecimal they cannot lead out of the folder.
    private static String fileOf(String name) {
        return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)) + SUFFIX;
    }

    private static String nameOf(Path file) throws IOException {
        String hex = file.getFileName().toString().replace(SUFFIX, "");
        try {
            return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file + ": expected a name in hexadecimal before " + SUFFIX + ", found " + hex,
                    e);
        }
    }
}
