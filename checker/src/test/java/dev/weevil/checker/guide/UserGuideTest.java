package dev.weevil.checker.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.criterion.Criterion;
import dev.weevil.checker.file.FileCheck;
import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.linearizability.Linearizability;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the user guide shows compiles, runs, and says what the guide says it does. */
class UserGuideTest {

    private static final Path GUIDE = Path.of("README.md");
    private static final Path EXAMPLES =
            Path.of("src", "test", "java", "dev", "weevil", "checker", "guide");
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    @Test
    void aHistoryIsChecked() {
        HistoryEvent write = HistoryEvent.invoke(0, 1, "write", Optional.empty(), 5L);
        HistoryEvent read = HistoryEvent.invoke(2, 2, "read", Optional.empty(), null);
        History history = new History(List.of(
                write,
                write.completed(HistoryEvent.Type.OK, 1, 5L, ""),
                read,
                read.completed(HistoryEvent.Type.OK, 3, 3L, "")));

        Limits limits = Limits.within(Duration.ofSeconds(10)).withThreads(2);
        Verdict verdict = Linearizability.check(history, Models.register(3L), limits);

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.INVALID);
        assertThat(verdict.inWords())
                .isEqualTo("read 3 by client 2 began after write 5 by client 1 had returned,"
                        + " and the first value was never written again.");

        Criterion loose = Criterion.staleness(2);
        assertThat(loose.check(history.operations(), Models.register(3L), limits)
                        .isValid())
                .isTrue();
    }

    @Test
    void aModelOfOnesOwnIsChecked() {
        HistoryEvent take = HistoryEvent.invoke(0, 1, "take", Optional.empty(), 7L);
        HistoryEvent other = HistoryEvent.invoke(0, 2, "take", Optional.empty(), 7L);
        History history = new History(List.of(
                take,
                other,
                take.completed(HistoryEvent.Type.OK, 1, null, ""),
                other.completed(HistoryEvent.Type.OK, 2, null, "")));

        Verdict verdict = Linearizability.check(history, new Stock(10L), Limits.none());

        assertThat(verdict.inWords()).contains("take where 3 are left");
    }

    @Test
    void aModelWithAChoiceIsChecked() {
        HistoryEvent roll = HistoryEvent.invoke(0, 1, "roll", Optional.empty(), null);
        HistoryEvent look = HistoryEvent.invoke(2, 1, "look", Optional.empty(), null);
        History history = new History(List.of(
                roll,
                roll.completed(HistoryEvent.Type.OK, 1, null, ""),
                look,
                look.completed(HistoryEvent.Type.OK, 3, 7L, "")));

        Verdict verdict = Linearizability.check(history, new Die().determinized(), Limits.none());

        assertThat(verdict.isInvalid()).isTrue();
        assertThat(verdict.inWords()).contains("look is not possible in any of the states");
    }

    @Test
    void theGuideShowsTheseExamplesWordForWord() throws IOException {
        String examples = squeezed(sources());
        List<String> blocks = BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSizeGreaterThan(2);
        assertThat(blocks).allSatisfy(block -> assertThat(examples).contains(squeezed(block)));
    }

    @Test
    void theGuideNamesEveryModel() throws IOException {
        String guide = Files.readString(GUIDE);
        assertThat(FileCheck.models())
                .allSatisfy(model -> assertThat(guide).contains("`" + model + "`"));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.map(UserGuideTest::read).collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
