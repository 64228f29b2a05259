package dev.weevil.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.run.RunFailed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.stream.LongStream;

/** Replicas as processes, clients in the harness, and a wire between all of them. */
class LiveRunTest {

    @TempDir
    private Path folder;

    @Test
    void operationsCompleteOverLinksThatNobodyTouches() throws RunFailed {
        Counting counting = new Counting().run(folder);

        assertThat(counting.counts())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(counting.notes()).anyMatch(note -> note.startsWith("28 links"));
    }
}
