package dev.weevil.engine.run.artefact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one run:
 *
 * <pre>
 * run.json        the plan: version, suite, scenario, mode, seed, system, settings, adversary
 * trace.jsonl     everything that happened, in order, written while it happens
 * history.jsonl   what the correct clients saw, for {@code weevil check}
 * result.json     the entry of the results, the verdict of each oracle, what each rule touched
 * logs/           what the processes of a live run printed, and where Weevil itself broke
 * processes/      how the processes of a live run were started
 * disks/          what they wrote
 * index.html      the report
 * </pre>
 */
public record RunFolder(Path path) {

    private static final String PLAN = "run.json";

    /**
     * The folder of an earlier run.
     *
     * @throws BadRun naming the path, unless there is a run in it
     */
    public static RunFolder open(Path path) throws BadRun {
        RunFolder folder = new RunFolder(path);
        if (!isRun(path)) {
            throw new BadRun(path + ": expected the folder of a run, found no " + PLAN + " in it");
        }
        return folder;
    }

    static boolean isRun(Path path) {
        return Files.isRegularFile(path.resolve(PLAN));
    }

    /** Makes the folder and what the runners expect in it. */
    RunFolder create() throws IOException {
        Files.createDirectories(logs());
        return this;
    }

    public Path plan() {
        return path.resolve(PLAN);
    }

    public Path trace() {
        return path.resolve("trace.jsonl");
    }

    public Path history() {
        return path.resolve("history.jsonl");
    }

    public Path result() {
        return path.resolve("result.json");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path report() {
        return path.resolve("index.html");
    }
}
