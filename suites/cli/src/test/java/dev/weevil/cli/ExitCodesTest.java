package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/**
 * 0 every expectation held; 1 an expectation failed; 2 inconclusive; 3 the system or the harness failed;
 * 64 bad usage; 70 internal error; 130 interrupted. Of several the first of 70, 3, 1, 2, 0.
 */
class ExitCodesTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @ParameterizedTest
    @CsvSource({
        "holds, 0, valid, as expected",
        "slow, 0, valid, as expected",
        "control, 0, invalid, as expected",
        "finding, 0, invalid, as expected",
        "violation, 1, invalid, NOT AS EXPECTED",
        "silent-control, 1, valid, NOT AS EXPECTED",
        "vacuous, 2, valid (vacuous), inconclusive",
        "thin, 2, unknown, inconclusive",
        "missing, 2, skipped, skipped",
        "failing, 3, unknown, failed",
        "broken, 70, unknown, internal error",
        "endless, 2, unknown, inconclusive"
    })
    void everyEndOfAScenarioHasItsCode(String scenario, int code, String verdict, String end) {
        String limit = scenario.equals("endless") ? "300ms" : "2m";

        assertThat(run("ledger/" + scenario, "--limit", limit))
                .as(() -> shell.out() + shell.err())
                .isEqualTo(code);
        assertThat(shell.out()).contains(verdict, end, "1 run: 1 " + end);
    }

    @Test
    void ofSeveralTheGravestWins() {
        assertThat(run("ledger", "--simulate", "--limit", "2s")).isEqualTo(70);
        assertThat(shell.out()).contains("12 runs: ", "4 as expected", "1 skipped", "1 failed");
    }

    @Test
    void aScenarioIsFoundWithoutItsSuite() {
        assertThat(run("holds")).isZero();
    }

    @Test
    void anInterruptedCampaignBeginsNothingMore() {
        shell.interruption.request();

        assertThat(run("ledger/holds")).isEqualTo(130);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-such-command",
                "run",
                "run ledger/holds --no-such-option",
                "run ledger/holds --seed x",
                "run ledger/holds --runs 0",
                "run ledger/holds --limit 3",
                "run ledger/holds --output xml",
                "run ledger/holds --live",
                "run ledger/holds extra",
                "run no-such-suite",
                "list extra",
            })
    void badUsageIs64AndExplained(String line) {
        assertThat(shell.type(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(64);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).startsWith("weevil: ").doesNotContain("\tat ");
    }

    @Test
    void aFolderThatCannotBeMadeIsAFailureOfTheSystem() {
        assertThat(shell.type("run", "ledger/holds", "--folder", "/dev/null/runs"))
                .isEqualTo(3);
        assertThat(shell.err()).contains("/dev/null").hasLineCount(1);
    }

    @Test
    void aMisspelledScenarioIsGuessed() {
        run("ledger/vacous");

        assertThat(shell.err()).contains("did you mean 'ledger/vacuous'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "run --help", "list --help", "--version", "list"})
    void askingForHelpIsNoMistake(String line) {
        assertThat(shell.type(line.split(" "))).isZero();
        assertThat(shell.out()).isNotEmpty();
    }

    private int run(String target, String... more) {
        String[] line = new String[more.length + 4];
        line[0] = "run";
        line[1] = target;
        line[2] = "--folder";
        line[3] = folder.toString();
        System.arraycopy(more, 0, line, 4, more.length);
        return shell.type(line);
    }
}
