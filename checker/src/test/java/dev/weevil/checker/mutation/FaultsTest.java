package dev.weevil.checker.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The faults are up to date with the sources, and one of them is noticed as all should be. */
class FaultsTest {

    @Test
    void everyFaultStillAppliesAndOnlyOnce() throws IOException {
        for (Fault fault : Faults.all()) {
            String source = Files.readString(Mutant.SOURCES.resolve(fault.file()));
            assertThat(fault.applyTo(source)).isNotEqualTo(source);
        }
    }

    @Test
    void everyEngineHasTwoFaultsOrMore() {
        Map<String, Long> counts = Faults.all().stream()
                .collect(Collectors.groupingBy(Fault::engine, Collectors.counting()));
        assertThat(counts)
                .hasSizeGreaterThan(12)
                .allSatisfy((engine, count) -> assertThat(count).as(engine).isGreaterThan(1));
    }

    @Test
    void aFaultIsNoticed(@TempDir Path folder) throws IOException {
        Fault fault = Faults.all().stream()
                .filter(one -> one.mistake().equals("holes are overlooked"))
                .findFirst()
                .orElseThrow();
        try (Mutant mutant = Mutant.of(fault, folder)) {
            assertThat(mutant.failures(fault.tests())).isNotEmpty();
        }
    }

    @Test
    void aFaultThatNoLongerAppliesSaysWhere(@TempDir Path folder) {
        Fault stale = new Fault(
                "zones", "none", "linearizability/Zones.java", "goneSince(1999)", "", List.of());

        assertThatThrownBy(() -> Mutant.of(stale, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the fault of zones 'none' no longer applies")
                .hasMessageContaining("linearizability/Zones.java, found it 0 times");
    }
}
