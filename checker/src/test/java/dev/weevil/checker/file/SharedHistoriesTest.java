package dev.weevil.checker.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Real histories of other projects get the verdicts those projects expect, where they are at hand. */
class SharedHistoriesTest {

    private static Optional<Path> folder() {
        Path place = Path.of("").toAbsolutePath();
        while (place != null) {
            Path found = place.resolve("shared/histories");
            if (Files.exists(found.resolve("expected.tsv"))) {
                return Optional.of(found);
            }
            place = place.getParent();
        }
        return Optional.empty();
    }

    @Test
    void everyFileHasTheExpectedVerdict() throws IOException {
        assumeTrue(folder().isPresent(), "no folder shared/histories beside or above this project");
        Path histories = folder().get();
        List<String> rows = Files.readAllLines(histories.resolve("expected.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] columns = row.split("\t", -1);
            FileCheck check = new FileCheck(
                    columns[1], Optional.of(columns[2]), Optional.empty(), Limits.none());
            FileVerdict found = check.check(histories.resolve(columns[0]));
            Verdict.Kind expected =
                    columns[4].equals("linearizable") ? Verdict.Kind.VALID : Verdict.Kind.INVALID;
            assertThat(found.verdict().kind()).as(columns[0]).isEqualTo(expected);
        }
    }
}
