package dev.weevil.zyzzyva.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.live.LiveRunner;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Scenario;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The scenarios marked R with replicas that are processes of their own, Ed25519, and the proxy on
 * every link.
 */
class ConformanceLiveIT {

    private static final ConformanceTable TABLE = new ConformanceTable();

    static Stream<Arguments> scenarios() {
        return new ConformanceSuite()
                .scenarios().stream()
                        .filter(scenario -> scenario.modes().contains(Mode.LIVE))
                        .map(scenario -> Arguments.of(scenario.name(), scenario.claim(), scenario));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("scenarios")
    void comesOutAsClaimed(String number, String claim, Scenario scenario, @TempDir Path folder) {
        Tried tried = Tried.of(scenario, Mode.LIVE, Tried.SEED, new LiveRunner(folder));

        TABLE.add(tried);
        assertThat(tried.result().conclusion())
                .as(number + ": " + claim + "\n" + tried.result().why())
                .isEqualTo(Conclusion.HELD);
    }

    @AfterAll
    static void tellsTheTable() throws IOException {
        TABLE.write();
    }
}
