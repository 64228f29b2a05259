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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: 130, all children gone, what was recorded kept. */
class InterruptedRunTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SOME_BYTES = 20_000;

    @TempDir
    Path folder;

    private Process weevil;

    @AfterEach
    void end() {
        weevil.descendants().forEach(ProcessHandle::destroyForcibly);
        weevil.destroyForcibly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless", "endless-live"})
    void controlCKeepsWhatWasRecordedAndLeavesNothingBehind(String scenario) throws Exception {
        Path runs = folder.resolve("runs");
        weevil = start("run", "ledger/" + scenario, "--folder", runs.toString(), "--limit", "10m");
        Path trace = runs.resolve("latest/trace.jsonl");
        await().atMost(PATIENCE).until(() -> size(trace) > SOME_BYTES);
        List<ProcessHandle> children = weevil.descendants().toList();

        pressControlC();

        assertThat(weevil.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(weevil.exitValue()).isEqualTo(130);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        TraceFile recorded = TraceReader.read(trace);
        assertThat(recorded.cut()).isEmpty();
        assertThat(recorded.trace().events()).hasSizeGreaterThan(100);
        assertThat(Files.readAllLines(runs.resolve("latest/history.jsonl"))).hasSizeGreaterThan(20);
        assertThat(runs.resolve("latest/result.json"))
                .content()
                .contains("\"conclusion\" : \"interrupted\"", "\"verdict\" : \"unknown\"");
        assertThat(folder.resolve("out")).content().contains("1 run: 1 interrupted");
    }

    private Process start(String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // Whoever builds in the background has SIGINT ignored, and so would its children.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.weevil.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private void pressControlC() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + weevil.pid()).start().waitFor();
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
