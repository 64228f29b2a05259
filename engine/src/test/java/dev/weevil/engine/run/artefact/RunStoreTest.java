package dev.weevil.engine.run.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.run.Answer;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Evidence;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The newest runs are kept, and every violation that no control was made to show. */
class RunStoreTest {

    private static final RunName RUN =
            new RunName("suite", "some/scenario", Mode.SIMULATED, new Seed(5));
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.007Z");

    @TempDir
    Path root;

    @Test
    void aFolderIsNamedAfterItsRunAndIsTheLatest() throws IOException {
        RunFolder folder = new RunStore(root).create(RUN, NOON);

        assertThat(folder.path().getFileName())
                .hasToString("20260102T120000.007Z-suite-some-scenario-simulated-5");
        assertThat(root.resolve("latest").toRealPath()).isEqualTo(folder.path().toRealPath());
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws IOException {
        new RunStore(root).create(RUN, NOON);
        RunFolder second = new RunStore(root).create(RUN, NOON);

        assertThat(second.path().toString()).endsWith("-simulated-5-2");
        assertThat(root.resolve("latest").toRealPath()).isEqualTo(second.path().toRealPath());
    }

    @Test
    void theOldestGoFirst() throws IOException {
        RunFolder oldest = run(0, Kind.HOLDS, Answer.VALID);
        RunFolder newest = run(1, Kind.HOLDS, Answer.VALID);

        new RunStore(root).keepNewest(1);

        assertThat(oldest.path()).doesNotExist();
        assertThat(newest.path()).exists();
    }

    @Test
    void aViolationStaysUnlessAControlWasMadeToShowIt() throws IOException {
        RunFolder violation = run(0, Kind.HOLDS, Answer.INVALID);
        RunFolder finding = run(1, Kind.FINDING, Answer.INVALID);
        RunFolder control = run(2, Kind.CONTROL, Answer.INVALID);

        new RunStore(root).keepNewest(0);

        assertThat(violation.path()).exists();
        assertThat(finding.path()).exists();
        assertThat(control.path()).doesNotExist();
    }

    @Test
    void aResultThatCannotBeReadMightBeAViolation() throws IOException {
        RunFolder damaged = run(0, Kind.HOLDS, Answer.VALID);
        Files.writeString(damaged.result(), "{\"version\": 1, \"verd");

        new RunStore(root).keepNewest(0);

        assertThat(damaged.path()).exists();
    }

    private RunFolder run(int seconds, Kind kind, Answer verdict) throws IOException {
        RunFolder folder = new RunStore(root).create(RUN, NOON.plusSeconds(seconds));
        Files.writeString(folder.plan(), "{}");
        Result result = new Result(
                RUN,
                kind,
                verdict,
                Conclusion.HELD,
                "as told",
                Evidence.NONE,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
        ResultFile.write(result, Optional.empty(), folder);
        return folder;
    }
}
