package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A history that explodes ends with a verdict or with unknown, never for want of memory: each in a
 * process of its own. A quarter of the heap is what a search may fill; where heaps are smaller than the
 * half gigabyte of the first, that is so that they fill in time.
 */
class MemoryBoundTest {

    @Test
    void aStaleReadAmongThirtyClientsIsFoundInHalfAGigabyte() throws Exception {
        assertThat(check("512m", "stale-read", 20)).startsWith("INVALID");
    }

    @Test
    void configurationsAreForgottenWhereTheyFillTheHeap() throws Exception {
        assertThat(check("64m", "configurations", 3)).startsWith("UNKNOWN").contains("is over");
    }

    @Test
    void statesEndTheSearchWhereTheyFillTheHeap() throws Exception {
        assertThat(check("64m", "states", 20))
                .startsWith("UNKNOWN")
                .contains("states fill the memory allowed");
    }

    @Test
    void partsThatExplodeAtOnceShareTheHeap() throws Exception {
        assertThat(check("96m", "parts", 20)).startsWith("UNKNOWN").contains("0 of 8 objects");
    }

    private static String check(String heap, String what, int seconds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Explosion.class.getName(),
                        what,
                        String.valueOf(seconds))
                .redirectErrorStream(true)
                .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
