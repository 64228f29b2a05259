package dev.weevil.zyzzyva.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.node.NodeId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of data is for one process at a time. */
class DataFolderTest {

    private static final NodeId R0 = NodeId.replica(0);

    @TempDir
    Path folder;

    /** Another process that wants the folder. */
    public static final class Taker {

        private static final int TAKEN = 0;
        private static final int REFUSED = 7;

        private Taker() {}

        /** Argument: the folder. */
        public static void main(String[] arguments) {
            try {
                DataFolder.take(Path.of(arguments[0]), R0).close();
                System.exit(TAKEN);
            } catch (IOException refused) {
                System.err.println(refused.getMessage());
                System.exit(REFUSED);
            }
        }
    }

    private int another() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void refusingASecondTakerOfTheSameProcessDoesNotGiveItUp() throws Exception {
        try (DataFolder held = DataFolder.take(folder, R0)) {
            assertThatThrownBy(() -> DataFolder.take(folder, R0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("found one in use: nobody can be r0 twice at once");

            assertThat(another()).isEqualTo(Taker.REFUSED);
            held.reserve("r0 of a cluster");
        }
        assertThat(another()).isEqualTo(Taker.TAKEN);
    }

    @Test
    void aFileInItsPlaceIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.take(file, R0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + ": expected a folder, found a file");
    }
}
