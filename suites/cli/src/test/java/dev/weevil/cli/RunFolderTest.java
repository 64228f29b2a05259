package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.trace.TraceFile;
import dev.weevil.engine.trace.TraceReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a run leaves behind, and what is thrown away. */
class RunFolderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    private final Shell shell = new Shell();
    private Path runs;

    @BeforeEach
    void chooseFolder() {
        runs = home.resolve("runs");
    }

    @Test
    void everythingAboutARunIsInItsFolder() throws IOException {
        run("ledger/slow");

        Path folder = only("slow");
        assertThat(folder.getFileName().toString())
                .matches("[0-9]{8}T[0-9]{6}\\.[0-9]{3}Z-ledger-slow-simulated-1");
        assertThat(runs.resolve("latest")).isSymbolicLink();
        assertThat(runs.resolve("latest").toRealPath()).isEqualTo(folder.toRealPath());
        JsonNode plan = json(folder.resolve("run.json"));
        assertThat(plan.path("again").stringValue())
                .isEqualTo("weevil run ledger/slow --simulate --seed 1");
        assertThat(plan.path("plan").path("rules").toString()).isEqualTo("[\"slowness\"]");
        JsonNode result = json(folder.resolve("result.json"));
        assertThat(result.path("oracles")
                        .path("linearizability")
                        .path("verdict")
                        .stringValue())
                .isEqualTo("valid");
        assertThat(result.path("touches").path("slowness").path("delayed").intValue())
                .isGreaterThan(10);
        assertThat(folder.resolve("logs")).isDirectory();
    }

    @Test
    void theTraceIsWhole() throws IOException {
        run("ledger/holds");

        TraceFile trace = TraceReader.read(only("holds").resolve("trace.jsonl"));
        assertThat(trace.cut()).isEmpty();
        assertThat(trace.trace().events().size()).isEqualTo(60 * 6);
    }

    @Test
    void theHistoryCanBeCheckedByItself() throws IOException {
        run("ledger/violation");
        String history = only("violation").resolve("history.jsonl").toString();

        assertThat(shell.type("check", history, "--model", "register", "--initial", "0"))
                .isEqualTo(1);
        assertThat(shell.out()).contains(": invalid, 60 operations, register");
    }

    @Test
    void aRunThatFailedKeepsWhatItRecorded() throws IOException {
        run("ledger/broken");

        Path folder = only("broken");
        assertThat(folder.resolve("trace.jsonl")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("history.jsonl"))).hasSize(121);
        assertThat(folder.resolve("logs/internal-error.txt"))
                .content()
                .contains("the oracle fell over", "LedgerSuite");
    }

    @Test
    void ofManySimulatedRunsOnlyTheRemarkableGetFolders() throws IOException {
        run("ledger/holds", "--runs", "5");
        run("ledger/violation", "--runs", "3");

        assertThat(folders("holds")).hasSize(1);
        assertThat(folders("violation"))
                .hasSize(3)
                .allSatisfy(folder -> assertThat(folder.resolve("trace.jsonl")).isNotEmptyFile());
    }

    @Test
    void severalRunsHaveAnOverviewThatLeadsToTheirPages() throws IOException {
        run("ledger/violation", "--runs", "2");

        Path overview = overview();
        assertThat(overview.resolve("results.json")).isNotEmptyFile();
        assertThat(overview.resolve("junit.xml")).content().contains("tests=\"2\" failures=\"2\"");
        String page = Files.readString(overview.resolve("index.html"));
        assertThat(page).contains("href=\"../" + folders("violation").get(0).getFileName());
    }

    @Test
    void oldRunsGoButViolationsStay() throws IOException {
        run("ledger/violation");
        run("ledger/control");
        run("ledger/holds");
        run("ledger/slow", "--keep", "1");

        assertThat(folders("control")).isEmpty();
        assertThat(folders("violation")).hasSize(1);
        assertThat(folders("holds")).hasSize(1);
        assertThat(folders("slow")).hasSize(1);
    }

    @Test
    void whatIsNotARunIsNeverDeleted() throws IOException {
        Files.createDirectories(runs.resolve("00000000-notes"));
        Files.writeString(runs.resolve("00000000-notes/important.txt"), "keep me");
        run("ledger/holds");
        run("ledger/slow", "--keep", "0");

        assertThat(runs.resolve("00000000-notes/important.txt")).exists();
        assertThat(folders("holds")).isEmpty();
    }

    private int run(String target, String... more) {
        List<String> line = Stream.concat(
                        Stream.of("run", target, "--folder", runs.toString()), Stream.of(more))
                .toList();
        return shell.type(line.toArray(String[]::new));
    }

    private Path overview() throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(one -> Files.exists(one.resolve("results.json")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path only(String scenario) throws IOException {
        assertThat(folders(scenario)).hasSize(1);
        return folders(scenario).get(0);
    }

    private List<Path> folders(String scenario) throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(one -> one.getFileName().toString().contains("-" + scenario + "-"))
                    .toList();
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }
}
