package dev.weevil.engine.live.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A supervisor starts programs as they are told, tells how they end, and takes all with it. */
class SupervisorTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final Map<String, Long> pids = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    private Supervisor open() throws IOException {
        return Supervisor.open(folder, new Supervisor.Watch() {
            @Override
            public void started(String name, long pid) {
                pids.put(name, pid);
            }

            @Override
            public void ended(String name, int status) {
                statuses.put(name, status);
            }

            @Override
            public void lost() {
                statuses.put("supervisor", -1);
            }
        });
    }

    private Launch launch(String name, String... command) {
        return new Launch(
                name,
                List.of(command),
                Map.of("GREETING", "it's $HOME"),
                folder,
                folder.resolve(name + ".out"),
                folder.resolve(name + ".err"));
    }

    @Test
    void aProgramGetsItsWordsAndVariablesAsTheyAreAndItsEndIsTold() throws IOException {
        try (Supervisor supervisor = open()) {
            supervisor.start(launch(
                    "talker", "sh", "-c", "echo \"$GREETING\" \"$1\"; exit 7", "sh", "a 'b' $c"));

            await().atMost(PATIENCE).until(() -> statuses.containsKey("talker"));
        }
        assertThat(statuses).containsEntry("talker", 7);
        assertThat(Files.readString(folder.resolve("talker.out")))
                .isEqualTo("it's $HOME a 'b' $c\n");
    }

    @Test
    void aSignalReachesTheWholeGroup() throws IOException {
        try (Supervisor supervisor = open()) {
            supervisor.start(launch("family", "sh", "-c", "sleep 1000 & echo $!; wait"));
            Path output = folder.resolve("family.out");
            await().atMost(PATIENCE)
                    .until(() ->
                            Files.exists(output) && Files.readString(output).endsWith("\n"));
            long child = Long.parseLong(Files.readString(output).strip());

            supervisor.signal(pids.get("family"), Signal.KILL);

            await().atMost(PATIENCE).until(() -> statuses.containsKey("family"));
            await().atMost(PATIENCE).until(() -> !isAlive(child));
        }
        assertThat(statuses).containsEntry("family", 128 + 9);
    }

    @Test
    void closingKillsEverybodyAlsoWhoIsStopped() throws IOException {
        Supervisor supervisor = open();
        supervisor.start(launch("runner", "sleep", "1000"));
        supervisor.start(launch("sleeper", "sleep", "1000"));
        supervisor.start(
                launch("deaf", "sh", "-c", "trap '' TERM INT HUP; while :; do sleep 1000; done"));
        await().atMost(PATIENCE).until(() -> pids.size() == 3);
        supervisor.signal(pids.get("sleeper"), Signal.STOP);

        supervisor.close();

        assertThat(pids.values()).noneMatch(SupervisorTest::isAlive);
        assertThat(statuses).doesNotContainKey("supervisor");
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
