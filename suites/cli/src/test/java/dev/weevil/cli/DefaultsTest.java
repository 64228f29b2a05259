package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** An option comes from the flag, else the system property, else the environment, else its default. */
class DefaultsTest {

    @TempDir
    Path runs;

    private final Shell shell = new Shell().with("WEEVIL_SEED", "11");

    @BeforeEach
    void writeElsewhere() {
        shell.properties.setProperty("weevil.folder", runs.toString());
    }

    @Test
    void theEnvironmentOutweighsTheDefault() {
        assertThat(seed()).isEqualTo("11");
    }

    @Test
    void thePropertyOutweighsTheEnvironment() {
        shell.properties.setProperty("weevil.seed", "12");

        assertThat(seed()).isEqualTo("12");
    }

    @Test
    void theFlagOutweighsThemAll() {
        shell.properties.setProperty("weevil.seed", "12");

        assertThat(seed("--seed", "13")).isEqualTo("13");
    }

    @Test
    void aBadValueIsBlamedOnItsPlace() {
        shell.with("WEEVIL_SEED", "many");

        assertThat(shell.type("run", "ledger/holds")).isEqualTo(64);
        assertThat(shell.err()).contains("--seed", "many", "(from WEEVIL_SEED)");
    }

    private String seed(String... more) {
        String[] line = new String[4 + more.length];
        line[0] = "run";
        line[1] = "ledger/holds";
        line[2] = "--output";
        line[3] = "json";
        System.arraycopy(more, 0, line, 4, more.length);
        shell.type(line);
        return shell.out().replaceAll("(?s).*\"seed\" : ([0-9]+).*", "$1");
    }
}
