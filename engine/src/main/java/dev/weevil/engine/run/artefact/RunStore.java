package dev.weevil.engine.run.artefact;

import dev.weevil.engine.run.RunName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where runs are kept: a folder per run, {@code <time>-<suite>-<scenario>-<mode>-<seed>}, one per
 * summary of a suite, {@code <time>-<suite>}, and {@code latest}, a link to the newest run. The time is
 * UTC to the millisecond; a name that is taken gets a number behind it.
 */
public record RunStore(Path root) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String SUMMARY = "results.json";

    /** A new folder for a run, and the target of {@code latest}. */
    public RunFolder create(RunName run, Instant now) throws IOException {
        RunFolder folder = new RunFolder(fresh(TIME.format(now) + "-" + run)).create();
        link(folder.path());
        return folder;
    }

    /** A new folder for the summary of a suite. */
    public Path createSummary(String suite, Instant now) throws IOException {
        return fresh(TIME.format(now) + "-" + suite);
    }

    /** What a summary's results are called: it tells a summary's folder from others. */
    public static Path summary(Path folder) {
        return folder.resolve(SUMMARY);
    }

    /**
     * Deletes the oldest runs and the oldest summaries beyond so many of each. A violation that no control
     * was made to show stays, and so does whatever else lies in the folder.
     */
    public void keepNewest(int count) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> runs = newestFirst(RunFolder::isRun);
        for (Path old : runs.subList(Math.min(count, runs.size()), runs.size())) {
            if (!ResultFile.tellsOfViolation(new RunFolder(old))) {
                delete(old);
            }
        }
        List<Path> summaries = newestFirst(folder -> Files.isRegularFile(summary(folder)));
        for (Path old : summaries.subList(Math.min(count, summaries.size()), summaries.size())) {
            delete(old);
        }
    }

    private List<Path> newestFirst(Predicate<Path> kind) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> !Files.isSymbolicLink(folder))
                    .filter(kind)
                    .sorted(Comparator.comparing(
                                    (Path folder) -> folder.getFileName().toString())
                            .reversed())
                    .toList();
        }
    }

    private Path fresh(String name) throws IOException {
        Files.createDirectories(root);
        Path path = root.resolve(name);
        for (int number = 2; !made(path); number++) {
            path = root.resolve(name + "-" + number);
        }
        return path;
    }

    private static boolean made(Path path) throws IOException {
        try {
            Files.createDirectory(path);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    /** Replaces the link in one step, so that there is always one. */
    private void link(Path folder) throws IOException {
        Path beside = root.resolve(".latest-" + folder.getFileName());
        try {
            Files.createSymbolicLink(beside, folder.getFileName());
            Files.move(
                    beside,
                    root.resolve("latest"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (UnsupportedOperationException noLinksHere) {
            // The folders can be found by their names as well.
            Files.deleteIfExists(beside);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
