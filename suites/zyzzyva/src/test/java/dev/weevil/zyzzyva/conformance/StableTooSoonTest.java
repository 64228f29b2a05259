package dev.weevil.zyzzyva.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.replica.Facts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/**
 * Scenario 62 from inside: a replica whose stable checkpoint contradicts the new view never undoes it,
 * agrees to nothing that would, and says so, until a later proven state takes its place (T6, 11.6).
 * Only the published rules bring it there.
 */
class StableTooSoonTest {

    private static final NodeId R2 = NodeId.replica(2);

    private static List<TraceEvent.Observed> toldByR2(String rules) {
        Scenario scenario = new ConformanceSuite()
                .scenarios().stream()
                        .filter(candidate -> candidate.name().equals("62/" + rules))
                        .findFirst()
                        .orElseThrow();
        return Tried.simulated(scenario, Tried.SEED).trace().events().stream()
                .filter(TraceEvent.Observed.class::isInstance)
                .map(TraceEvent.Observed.class::cast)
                .filter(seen -> seen.node().node().equals(R2))
                .toList();
    }

    private static List<TraceEvent.Observed> named(List<TraceEvent.Observed> told, String name) {
        return told.stream().filter(seen -> seen.fact().name().equals(name)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"published-tr", "published-sosp"})
    void aStableCheckpointIsNotUndoneForAViewThatContradictsIt(String rules) {
        List<TraceEvent.Observed> told = toldByR2(rules);

        assertThat(named(told, Facts.DIVERGED))
                .isNotEmpty()
                .allMatch(seen -> seen.fact().detail().contains("contradicts the new view"));
        assertThat(named(told, Fact.ROLLED_BACK)).isEmpty();
        long replaced = named(told, Fact.TRANSFERRED).get(0).nanos();
        assertThat(named(told, Facts.ENTERED)).allMatch(seen -> seen.nanos() >= replaced);
        assertThat(named(told, Facts.PROMISED))
                .filteredOn(seen -> seen.fact().detail().equals("confirmed"))
                .isNotEmpty()
                .allMatch(seen -> seen.nanos() >= replaced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"naive-fix", "repaired"})
    void twoFPlusOneCheckpointsNeverLeaveAnybodyThere(String rules) {
        List<TraceEvent.Observed> told = toldByR2(rules);

        assertThat(named(told, Facts.DIVERGED)).isEmpty();
        assertThat(named(told, Fact.ROLLED_BACK)).isNotEmpty();
    }
}
