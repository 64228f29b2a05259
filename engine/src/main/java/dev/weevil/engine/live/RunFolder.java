package dev.weevil.engine.live;

import dev.weevil.engine.node.NodeId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Where a live run keeps its files: {@code logs} with what every process wrote, {@code processes} with
 * how they were started, {@code disks} with a folder for each.
 */
record RunFolder(Path root) {

    private static final int LAST_LINES = 5;
    private static final long LAST_BYTES = 64 * 1024;

    RunFolder {
        root = root.toAbsolutePath();
    }

    void create() throws IOException {
        Files.createDirectories(root.resolve("logs"));
        Files.createDirectories(launches());
        Files.createDirectories(root.resolve("disks"));
    }

    Path launches() {
        return root.resolve("processes");
    }

    Path output(NodeId replica) {
        return root.resolve("logs").resolve(replica + ".out");
    }

    Path errors(NodeId replica) {
        return root.resolve("logs").resolve(replica + ".err");
    }

    Path disk(NodeId replica) {
        return root.resolve("disks").resolve(replica.toString());
    }

    /** Forgets what the replica had written. */
    void loseDisk(NodeId replica) throws IOException {
        if (!Files.exists(disk(replica))) {
            return;
        }
        Files.walkFileTree(disk(replica), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                    throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                    throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The last few lines a replica wrote before it ended, for a complaint. */
    String lastWords(NodeId replica) {
        String words = lastLines(errors(replica));
        return words.isEmpty() ? lastLines(output(replica)) : words;
    }

    private static String lastLines(Path file) {
        try {
            if (!Files.exists(file) || Files.size(file) > LAST_BYTES) {
                return Files.exists(file) ? "see " + file : "";
            }
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            int first = Math.max(0, lines.size() - LAST_LINES);
            return String.join("\n", lines.subList(first, lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
