package dev.weevil.zyzzyva.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Suite;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Every numbered scenario of PROTOCOL.md, section 17, comes out as its claim says: simulated. */
class ConformanceTest {

    private static final ConformanceTable TABLE = new ConformanceTable();

    static Stream<Arguments> scenarios() {
        return new ConformanceSuite()
                .scenarios().stream()
                        .map(scenario -> Arguments.of(scenario.name(), scenario.claim(), scenario));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("scenarios")
    void comesOutAsClaimed(String number, String claim, Scenario scenario) {
        Tried tried = Tried.simulated(scenario, Tried.SEED);

        TABLE.add(tried);
        assertThat(tried.result().conclusion())
                .as(number + ": " + claim + "\n" + tried.result().why())
                .isEqualTo(Conclusion.HELD);
    }

    @Test
    void withAndWithoutBatchesTheHistoryIsTheSame() {
        List<Digest> batched = histories("4/batched");

        assertThat(batched).hasSize(20).isEqualTo(histories("4/one-by-one"));
    }

    /** What the first backup accepted, in order. */
    private static List<Digest> histories(String name) {
        Scenario scenario = new ConformanceSuite()
                .scenarios().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new Transcript(Tried.simulated(scenario, Tried.SEED).trace())
                .told(Fact.ACCEPTED)
                .filter(seen -> seen.node().node().equals(NodeId.replica(1)))
                .map(seen -> seen.fact().digest())
                .toList();
    }

    @Test
    void noNameIsGivenTwice() {
        assertThat(new ConformanceSuite().scenarios())
                .extracting(Scenario::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSuiteIsFoundByItsName() {
        assertThat(ServiceLoader.load(Suite.class))
                .extracting(Suite::name)
                .contains("zyzzyva-conformance");
    }

    @AfterAll
    static void tellsTheTable() throws IOException {
        TABLE.write();
    }
}
