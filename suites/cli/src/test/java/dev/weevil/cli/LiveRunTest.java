package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The same scenario with a process for the replica; replays say how many decisions came again. */
class LiveRunTest {

    @TempDir
    Path runs;

    private final Shell shell = new Shell();

    @Test
    void aLiveRunIsJudgedKeptAndReplayed() {
        assertThat(shell.type("run", "ledger/live", "--folder", runs.toString()))
                .as(() -> shell.out() + shell.err())
                .isZero();
        assertThat(runs.resolve("latest/trace.jsonl")).isNotEmptyFile();
        assertThat(runs.resolve("latest/logs/r0.err")).exists();

        int code = shell.type(
                "replay", runs.resolve("latest").toString(), "--folder", runs.toString());

        assertThat(code).as(() -> shell.out() + shell.err()).isZero();
        assertThat(shell.out())
                .containsPattern("[1-9][0-9]* of [1-9][0-9]* recorded decisions could be applied"
                        + " again; [0-9]+ were new")
                .contains("verdict valid, recorded valid");
    }
}
