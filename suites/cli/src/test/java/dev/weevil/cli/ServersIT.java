package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code weevil zyzzyva server} as it is run: every replica a process, which may be killed. */
@Timeout(180)
class ServersIT {

    private static final int SOME = 10;

    @TempDir
    private Path folder;

    private final Map<Integer, Child> replicas = new TreeMap<>();
    private final List<Child> all = new ArrayList<>();
    private final Shell shell = new Shell();
    private Path config;

    @BeforeEach
    void found() throws IOException {
        config = folder.resolve("cluster");
        String port = Integer.toString(FreePorts.four());
        assertThat(type("init", "--port", port)).isZero();
    }

    @AfterEach
    void end() {
        all.forEach(Child::kill);
    }

    private int type(String... arguments) {
        List<String> words = new ArrayList<>(List.of("zyzzyva"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--config", config.toString()));
        return shell.type(words.toArray(String[]::new));
    }

    /** Starts them all at once, and returns when the last of them listens. */
    private void start(int... ids) throws IOException {
        for (int id : ids) {
            replicas.put(id, server(config, id, folder.resolve("r" + id)));
        }
        for (int id : ids) {
            replicas.get(id).awaitLine("r" + id + " listens on 127.0.0.1:");
        }
    }

    private Child server(Path file, int id, Path data) throws IOException {
        Child child = Child.start(
                folder,
                "zyzzyva",
                "server",
                "--config",
                file.toString(),
                "--id",
                Integer.toString(id),
                "--data",
                data.toString());
        all.add(child);
        return child;
    }

    private void put(String key, String value) {
        assertThat(type("put", key, value)).as(() -> shell.err()).isZero();
    }

    private void assertHolds(String key, String value) {
        assertThat(type("get", key)).as(() -> shell.err()).isZero();
        assertThat(shell.out().strip()).isEqualTo(value);
    }

    /** A backup, which comes back, and then the primary: without the backup there were too few. */
    @Test
    void aClusterGoesOnWhenOneOfItIsKilled() throws IOException {
        start(0, 1, 2, 3);
        put("x", "all");
        String last = "all";
        for (int killed : List.of(2, 0)) {
            replicas.get(killed).kill();

            String next = "without " + killed;
            assertThat(type("cas", "x", last, next)).as(() -> shell.err()).isZero();
            put("y" + killed, next);
            assertHolds("x", next);
            last = next;

            start(killed);
            replicas.get(killed).awaitLine("r" + killed + " restored(");
        }
        assertHolds("y2", "without 2");
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAllWereKilledAtOnce() throws IOException {
        start(0, 1, 2, 3);
        for (int i = 0; i < SOME; i++) {
            put("k" + i, "v" + i);
        }
        assertThat(type("cas", "k0", "v0", "last")).isZero();

        Child.killAll(replicas.values());
        start(0, 1, 2, 3);

        assertHolds("k0", "last");
        for (int i = 1; i < SOME; i++) {
            assertHolds("k" + i, "v" + i);
        }
    }

    @Test
    void nobodyServesFromDataThatIsInUse() throws Exception {
        start(0);
        Path elsewhere = folder.resolve("elsewhere");
        String port = Integer.toString(FreePorts.four());
        String moved = Files.readString(config)
                .replaceAll("replica\\.0 = .*", "replica.0 = 127.0.0.1:" + port);
        Files.writeString(elsewhere, moved);

        Child second = server(elsewhere, 0, folder.resolve("r0"));

        assertThat(second.awaitEnd()).isEqualTo(64);
        assertThat(second.out()).isEmpty();
        assertThat(second.err())
                .isEqualToIgnoringNewLines("weevil: " + folder.resolve("r0") + ": expected a folder"
                        + " that nobody uses, found one in use: nobody can be r0 twice at once");
        assertThat(replicas.get(0).process().isAlive()).isTrue();
    }

    @Test
    void aServerThatIsAskedToEndEndsInOrder() throws Exception {
        start(0);
        replicas.get(0).process().destroy();

        assertThat(replicas.get(0).awaitEnd()).isEqualTo(143);
        assertThat(replicas.get(0).out()).endsWith("r0 ends" + System.lineSeparator());
        assertThat(replicas.get(0).err()).isEmpty();
    }
}
