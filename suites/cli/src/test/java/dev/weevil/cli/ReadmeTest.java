package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.cli.usage.ExitCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the README says is so. Its commands are run by {@code .ci/run}. */
class ReadmeTest {

    private static final Path TOP = Path.of("..", "..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final Pattern TYPE = Pattern.compile("`(dev\\.weevil\\.[a-z.]+\\.[A-Z]\\w+)`");
    private static final Pattern COMMAND = Pattern.compile("weevil\\.jar (.+)");

    static Stream<String> links() {
        return found(LINK);
    }

    static Stream<String> types() {
        return found(TYPE);
    }

    static Stream<String> commands() {
        return found(COMMAND);
    }

    @ParameterizedTest
    @MethodSource("links")
    void everyLinkLeadsSomewhere(String target) {
        assertThat(TOP.resolve(target)).exists();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeExists(String name) throws ClassNotFoundException {
        assertThat(Class.forName(name)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everySubcommandExists(String line) {
        assertThat(new Shell().type(line.split(" ", -1)[0], "--help")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ExitCode.HELD,
                ExitCode.UNEXPECTED,
                ExitCode.INCONCLUSIVE,
                ExitCode.FAILED,
                ExitCode.USAGE,
                ExitCode.INTERNAL,
                ExitCode.INTERRUPTED
            })
    void everyExitCodeIsExplained(int code) {
        assertThat(readme()).contains("| " + code + " | ");
    }

    @Test
    void theBuildRunsItsCommands() throws IOException {
        assertThat(Files.readString(TOP.resolve(".ci/run"))).contains("README.md", "```sh");
        assertThat(commands()).hasSizeGreaterThan(3);
    }

    private static Stream<String> found(Pattern pattern) {
        List<String> all =
                pattern.matcher(readme()).results().map(match -> match.group(1)).toList();
        assertThat(all).isNotEmpty();
        return all.stream();
    }

    private static String readme() {
        try {
            return Files.readString(TOP.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
