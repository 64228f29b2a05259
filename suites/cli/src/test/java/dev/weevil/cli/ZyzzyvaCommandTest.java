package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code weevil zyzzyva}: a cluster is founded, run and used. */
@Timeout(180)
class ZyzzyvaCommandTest {

    @TempDir
    private Path folder;

    private final List<Shell> replicas = new ArrayList<>();
    private final List<CompletableFuture<Integer>> codes = new ArrayList<>();
    private final Shell shell = new Shell();

    private String config() {
        return folder.resolve("cluster").toString();
    }

    private int type(String... arguments) {
        List<String> all = new ArrayList<>(List.of("zyzzyva"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", config()));
        return shell.type(all.toArray(String[]::new));
    }

    private void founded() throws IOException {
        assertThat(type("init", "--port", Integer.toString(FreePorts.four()))).isZero();
    }

    private void start(int... ids) {
        for (int id : ids) {
            Shell replica = new Shell();
            replicas.add(replica);
            String data = folder.resolve("r" + id).toString();
            codes.add(CompletableFuture.supplyAsync(() -> replica.type(
                    "zyzzyva",
                    "server",
                    "--config",
                    config(),
                    "--id",
                    Integer.toString(id),
                    "--data",
                    data)));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> replica.out().contains("r" + id + " listens on 127.0.0.1:"));
        }
    }

    @AfterEach
    void interrupt() {
        replicas.forEach(replica -> replica.interruption.request());
        assertThat(codes).allSatisfy(code -> assertThat(code.join()).isZero());
        assertThat(replicas).allSatisfy(replica -> assertThat(replica.err()).isEmpty());
    }

    @Test
    void aClusterIsFoundedRunAndUsed() throws IOException {
        founded();
        start(0, 1, 2, 3);

        assertThat(type("get", "x")).isEqualTo(1);
        assertThat(type("put", "x", "weevil")).isZero();
        assertThat(type("get", "x", "--client", "1")).isZero();
        assertThat(shell.out()).isEqualTo("weevil" + System.lineSeparator());
        assertThat(type("cas", "x", "beetle", "ant")).isEqualTo(1);
        assertThat(type("cas", "x", "weevil", "ant")).isZero();
        assertThat(type("get", "x")).isZero();
        assertThat(shell.out()).isEqualTo("ant" + System.lineSeparator());
    }

    @Test
    void withoutEnoughReplicasACommandGivesUpAndSaysThatItCannotKnow() throws IOException {
        founded();
        start(0, 1);

        assertThat(type("put", "x", "1", "--timeout", "300ms")).isEqualTo(2);
        assertThat(shell.err()).contains("it may still take effect");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() throws IOException {
        assertRefused("expected a cluster's file, found none", "server", "--id", "0");
        founded();
        assertRefused("expected no such file yet, found one", "init");
        assertRefused("expected a replica from 0 to 3, found 4", "server", "--id", "4");
        assertRefused("expected a client from 0 to 7, found 8", "get", "x", "--client", "8");
        Path keys = folder.resolve("cluster.keys").resolve("r0.keys");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused("expected permissions rw-------, found rw-r--r--", "server", "--id", "0");
    }

    @Test
    void aReplicaWhoseDataIsDamagedDoesNotServe() throws IOException {
        founded();
        Path data = Files.createDirectories(folder.resolve("r0"));
        String name = HexFormat.of().formatHex("standpoint".getBytes(StandardCharsets.UTF_8));
        Files.writeString(data.resolve(name + ".kept"), "nonsense");

        assertThat(type("server", "--id", "0", "--data", data.toString())).isEqualTo(3);
        assertThat(shell.out()).contains("r0 cannot go on: r0: its disk is damaged: expected a");
    }

    private void assertRefused(String complaint, String... arguments) {
        assertThat(type(arguments)).isEqualTo(64);
        assertThat(shell.err()).startsWith("weevil: ").contains(complaint).hasLineCount(1);
    }
}
