package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/** {@code {"version": 1, "suite": "...", "scenarios": [...]}}, and nothing else on standard output. */
class ResultsJsonTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void anEntryHasTheDocumentedFieldsInOrder() {
        JsonNode document = run("ledger/control");

        assertThat(document.propertyNames()).containsExactly("version", "suite", "scenarios");
        assertThat(document.path("version").intValue()).isEqualTo(1);
        assertThat(document.path("suite").stringValue()).isEqualTo("ledger");
        JsonNode entry = document.path("scenarios").path(0);
        assertThat(entry.propertyNames())
                .containsExactly(
                        "name",
                        "mode",
                        "kind",
                        "seed",
                        "faults",
                        "corrupted",
                        "expected",
                        "verdict",
                        "vacuous",
                        "operations",
                        "altered",
                        "wallMillis",
                        "report");
        assertThat(entry.path("name").stringValue()).isEqualTo("control");
        assertThat(entry.path("mode").stringValue()).isEqualTo("simulated");
        assertThat(entry.path("kind").stringValue()).isEqualTo("control");
        assertThat(entry.path("seed").longValue()).isEqualTo(7);
        assertThat(entry.path("expected").stringValue()).isEqualTo("invalid");
        assertThat(entry.path("verdict").stringValue()).isEqualTo("invalid");
        assertThat(entry.path("vacuous").booleanValue()).isFalse();
        assertThat(entry.path("operations").intValue()).isEqualTo(60);
        assertThat(entry.path("corrupted").isArray()).isTrue();
    }

    @Test
    void aSkippedScenarioSaysSo() {
        JsonNode entry = run("ledger/missing").path("scenarios").path(0);

        assertThat(entry.path("verdict").stringValue()).isEqualTo("skipped");
        assertThat(entry.path("expected").stringValue()).isEqualTo("valid");
    }

    @Test
    void everyRunIsAnEntry() {
        JsonNode scenarios = run("ledger/holds", "--runs", "3").path("scenarios");

        assertThat(scenarios.size()).isEqualTo(3);
        assertThat(scenarios.path(2).path("seed").longValue()).isEqualTo(9);
    }

    private JsonNode run(String target, String... more) {
        String[] line = {
            "run",
            target,
            "--output",
            "json",
            "--seed",
            "7",
            "--folder",
            folder.toString(),
            more.length > 0 ? more[0] : "--runs",
            more.length > 1 ? more[1] : "1"
        };
        shell.type(line);
        return JsonMapper.builder().build().readTree(shell.out());
    }
}
