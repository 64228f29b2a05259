package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.cli.fixture.LedgerSuite;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Simulated runs replay exactly: same decisions, same trace digest. */
class ReplayTest {

    @TempDir
    Path runs;

    private final Shell shell = new Shell();

    @AfterEach
    void forgetDrift() {
        System.clearProperty(LedgerSuite.DRIFT);
    }

    @ParameterizedTest
    @CsvSource({"holds", "slow", "control", "violation"})
    void aSimulatedRunGivesTheSameTrace(String scenario) {
        record(scenario);

        assertThat(replay()).isZero();
        assertThat(shell.out()).contains("the same trace again, digest ");
    }

    @Test
    void aTraceThatDiffersIsToldWithItsFirstDifference() {
        record("holds");
        System.setProperty(LedgerSuite.DRIFT, "1");

        assertThat(replay()).isEqualTo(3);
        assertThat(shell.out()).contains("another trace: digest ", "line ", " was: ", " is: ");
    }

    @Test
    void aPlanThatHasChangedIsNoReplay() throws IOException {
        record("holds");
        Path plan = runs.resolve("latest/run.json");
        Files.writeString(
                plan, Files.readString(plan).replace("\"operations\" : 60", "\"operations\" : 61"));

        assertThat(replay()).isEqualTo(3);
        assertThat(shell.out()).contains("the plan has changed since");
    }

    @Test
    void aRunThatWasCutOffIsComparedAsFarAsItWent() {
        shell.type("run", "ledger/endless", "--limit", "200ms", "--folder", runs.toString());

        assertThat(shell.type(
                        "replay",
                        runs.resolve("latest").toString(),
                        "--limit",
                        "200ms",
                        "--folder",
                        runs.toString()))
                .isZero();
        assertThat(shell.out()).contains("the same trace as far as both runs went");
    }

    @Test
    void theAnswerForProgramsSaysWhetherItMatched() {
        record("slow");
        String latest = runs.resolve("latest").toString();

        assertThat(shell.type("replay", latest, "--output", "json")).isZero();
        assertThat(shell.out()).contains("\"match\" : true", "\"mode\" : \"simulated\"");
    }

    @ParameterizedTest
    @CsvSource({
        "run.json, '{', 'expected JSON'",
        "run.json, '[]', 'expected a JSON object, found array'",
        "run.json, '{\"version\":2}', 'version: expected 1, found 2'",
        "run.json, '{\"version\":1,\"suite\":7}', 'suite: expected text, found 7'",
        "result.json, '{\"version\":1}', 'digest: expected text, found nothing'",
    })
    void aDamagedFolderIsBadInput(String file, String content, String complaint)
            throws IOException {
        record("holds");
        Path damaged = runs.resolve("latest").resolve(file);
        Files.write(damaged, content.getBytes(StandardCharsets.UTF_8));

        assertThat(replay()).isEqualTo(64);
        assertThat(shell.err()).contains(file, complaint).hasLineCount(1);
    }

    @Test
    void aFolderWithoutARunIsBadInput() {
        assertThat(shell.type("replay", runs.toString())).isEqualTo(64);
        assertThat(shell.type("replay", "no/such/folder")).isEqualTo(64);
        assertThat(shell.err()).contains("no/such/folder", "expected the folder of a run");
    }

    private void record(String scenario) {
        shell.type("run", "ledger/" + scenario, "--folder", runs.toString());
    }

    private int replay() {
        return shell.type("replay", runs.resolve("latest").toString(), "--folder", runs.toString());
    }
}
