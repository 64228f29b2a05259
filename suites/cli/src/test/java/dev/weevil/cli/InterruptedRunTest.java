package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weevil.engine.trace.TraceFile;
import dev.weevil.engine.trace.TraceReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Ctrl-C: 130, all children gone, what was recorded kept. */
class InterruptedRunTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SOME_BYTES = 20_000;

    @TempDir
    Path folder;

    private Child weevil;

    @AfterEach
    void end() {
        weevil.process().descendants().forEach(ProcessHandle::destroyForcibly);
        weevil.kill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless", "endless-live"})
    void controlCKeepsWhatWasRecordedAndLeavesNothingBehind(String scenario) throws Exception {
        Path runs = folder.resolve("runs");
        weevil = Child.start(
                folder, "run", "ledger/" + scenario, "--folder", runs.toString(), "--limit", "10m");
        Path trace = runs.resolve("latest/trace.jsonl");
        await().atMost(PATIENCE).until(() -> size(trace) > SOME_BYTES);
        List<ProcessHandle> children = weevil.process().descendants().toList();

        pressControlC();

        assertThat(weevil.awaitEnd()).isEqualTo(130);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        TraceFile recorded = TraceReader.read(trace);
        assertThat(recorded.cut()).isEmpty();
        assertThat(recorded.trace().events()).hasSizeGreaterThan(100);
        assertThat(Files.readAllLines(runs.resolve("latest/history.jsonl"))).hasSizeGreaterThan(20);
        assertThat(runs.resolve("latest/result.json"))
                .content()
                .contains("\"conclusion\" : \"interrupted\"", "\"verdict\" : \"unknown\"");
        assertThat(weevil.out()).contains("1 run: 1 interrupted");
    }

    private void pressControlC() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + weevil.process().pid())
                .start()
                .waitFor();
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
