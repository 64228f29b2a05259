package dev.weevil.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** "A plan and a seed give the same trace in every JVM." */
class DeterminismTest {

    @Test
    void theSameSeedGivesTheSameDigestTwiceAndInAnotherJvm() throws Exception {
        List<String> digests = new ArrayList<>();
        for (long seed = 0; seed < Concert.SEEDS; seed++) {
            digests.add(Concert.digest(seed));
            assertThat(Concert.digest(seed)).as("seed %s", seed).isEqualTo(digests.get((int) seed));
        }
        assertThat(new HashSet<>(digests)).as("digests of different seeds").hasSize(Concert.SEEDS);
        assertThat(digestsOfAnotherJvm()).isEqualTo(digests);
    }

    private static List<String> digestsOfAnotherJvm() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Concert.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(
                        other.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(other.waitFor()).isZero();
        return lines;
    }
}
