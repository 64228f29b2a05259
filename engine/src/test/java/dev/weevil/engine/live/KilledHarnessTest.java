package dev.weevil.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A harness that is killed leaves no process and no port behind, not even a stopped process. */
class KilledHarnessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLeftOfAKilledHarness() throws IOException, InterruptedException {
        List<Long> pids = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        Process harness = new ProcessBuilder(
                        JavaProcess.command(HarnessMain.class, folder.toString()))
                .redirectError(folder.resolve("harness.err").toFile())
                .start();
        try (BufferedReader words = new BufferedReader(
                new InputStreamReader(harness.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = words.readLine();
                    line != null && !line.startsWith("going");
                    line = words.readLine()) {
                String value = line.substring(line.indexOf(' ') + 1);
                if (line.startsWith("pid")) {
                    pids.add(Long.parseLong(value));
                } else if (line.startsWith("port")) {
                    ports.add(Integer.parseInt(value));
                }
            }
        } finally {
            harness.destroyForcibly().waitFor();
        }

        assertThat(pids).hasSize(3);
        assertThat(ports).hasSizeGreaterThan(5 + 18 - 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pids).noneMatch(KilledHarnessTest::isAlive));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ports).allMatch(KilledHarnessTest::isFree));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static boolean isFree(int port) {
        // Java sets SO_REUSEADDR here: only somebody who listens is in the way.
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
