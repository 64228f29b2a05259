package dev.weevil.zyzzyva.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * S5, S6 and S7 (PROTOCOL.md, 11.3) each violate the protocol's promises when the one guard they name
 * is missing. The double of the rule is a copy of the sources without it: no switch of a cluster, and
 * no seam in the code that runs, leads there.
 */
class GuardsTest {

    static Stream<Arguments> guards() {
        return Stream.of(
                Arguments.of("85/s5", Deletions.G4_ONE_VIEW),
                Arguments.of("85/s6", Deletions.K2),
                Arguments.of("85/s7", Deletions.V13A));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guards")
    void theScheduleLosesAWriteWithoutTheGuardItNames(
            String scenario, Deletion guard, @TempDir Path folder) throws IOException {
        try (Remnant without = Remnant.of(guard, folder)) {
            Map<String, String> reds = without.reds(scenario::equals);

            assertThat(reds).containsOnlyKeys(scenario);
            assertThat(reds.get(scenario))
                    .contains("i1-history-prefix", "i2-linearizability", "i3-exactly-once");
        }
    }

    @Test
    void withNothingChangedNothingTurnsRed(@TempDir Path folder) throws IOException {
        Edit idle = new Edit("settings/Rules.java", "REPAIRED;", "REPAIRED;");
        try (Remnant whole =
                Remnant.of(Deletion.of("nothing", "nothing", List.of(), idle), folder)) {
            assertThat(whole.reds(name -> name.startsWith("85/"))).isEmpty();
        }
    }

    @Test
    void everyDeletionStillAppliesToTheSourcesAndOnlyOnce() throws IOException {
        for (Deletion deletion : Deletions.ALL) {
            for (Edit edit : deletion.edits()) {
                String source = Files.readString(Remnant.SOURCES.resolve(edit.file()));

                assertThat(edit.applyTo(deletion.rule(), source)).isNotEqualTo(source);
            }
        }
        assertThat(Deletions.ALL).extracting(Deletion::rule).doesNotHaveDuplicates();
    }

    @Test
    void aDeletionThatNoLongerAppliesSaysWhichAndWhere(@TempDir Path folder) {
        Edit stale = new Edit("replica/Commitment.java", "if (goneSince(1999))", "");

        assertThatThrownBy(() -> Remnant.of(Deletion.of("K9", "nothing", List.of(), stale), folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("deleting K9 no longer applies")
                .hasMessageContaining("replica/Commitment.java, found it 0 times");
    }
}
