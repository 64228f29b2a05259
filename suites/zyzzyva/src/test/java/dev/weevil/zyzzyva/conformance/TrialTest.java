package dev.weevil.zyzzyva.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Violations;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.settings.Rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A trial says no wherever its claim is not what happened. */
class TrialTest {

    private static final NodeId R3 = NodeId.replica(3);
    private static final Trial PUT =
            Trial.of(1, "One PUT completes.").expecting(Count.completed("4a").exactly(1));

    private static Conclusion of(Trial trial) {
        return Tried.simulated(trial).result().conclusion();
    }

    @Test
    void aTrialThatCountsNothingIsRefused() {
        Trial idle = Trial.of(1, "Nobody sends a COMMIT.")
                .expecting(Count.sent(Commit.class).none(), Count.completed().atMost(4));

        assertThatThrownBy(idle::scenario)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1: expected a count above 0");
    }

    @Test
    void aCountThatIsNotMetIsUnexpected() {
        assertThat(of(PUT)).isEqualTo(Conclusion.HELD);
        assertThat(of(PUT.attackedBy(Silence.of(R3)))).isEqualTo(Conclusion.UNEXPECTED);
        assertThat(of(PUT.expecting(Count.sent(Request.class).exactly(2))))
                .isEqualTo(Conclusion.UNEXPECTED);
        assertThat(Tried.simulated(PUT.attackedBy(Silence.of(R3))).counters())
                .contains("expected completed '4a' exactly 1, found 0");
    }

    @Test
    void anAttackThatNeverBitIsInconclusive() {
        Attack idle = Delay.of(Duration.ofMillis(1)).on(Messages.of(Commit.class));

        assertThat(of(PUT.attackedBy(idle))).isEqualTo(Conclusion.INCONCLUSIVE);
    }

    @Test
    void aFindingWithoutItsViolationIsUnexpected() {
        assertThat(of(PUT.finding(Violations.of("i1-history-prefix"))))
                .isEqualTo(Conclusion.UNEXPECTED);
        assertThat(of(PUT.finding(Violations.of(Counters.NAME)))).isEqualTo(Conclusion.UNEXPECTED);
    }

    @Test
    void delaysAreCountedInStepAndMessagesByWhomTheyAreFor() {
        Trial counted = PUT.inStep()
                .expecting(
                        Count.delays().exactly(3),
                        Count.leastDelays().exactly(3),
                        Count.sent(Request.class)
                                .from(NodeId.client(0))
                                .to(NodeId.replica(0))
                                .exactly(1),
                        Count.told(Fact.EXECUTED).by(R3).at(1).exactly(1),
                        Count.historiesAt(1).exactly(1),
                        Count.lastNumber().exactly(1),
                        Count.view().none());

        assertThat(of(counted)).isEqualTo(Conclusion.HELD);
    }

    @Test
    void rulesAndVariantsArePartOfTheName() {
        assertThat(PUT.under(Rules.NAIVE_FIX).scenario().name()).isEqualTo("1/naive-fix");
        assertThat(PUT.variant("mac").with("auth", "MAC").scenario().name()).isEqualTo("1/mac");
        assertThat(PUT.scenario().modes()).containsExactly(Mode.SIMULATED);
        assertThat(PUT.live().scenario().modes()).containsExactlyInAnyOrder(Mode.values());
    }

    @Test
    void theTableHasARowPerRunAndKeepsThoseOfTheOtherMode(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("conformance.json"),
                "[{\"number\":\"2\",\"claim\":\"old\",\"mode\":\"simulated\"},"
                        + "{\"number\":\"1\",\"claim\":\"<other>\",\"mode\":\"live\",\"rules\":\"\","
                        + "\"expected\":\"\",\"verdict\":\"\",\"outcome\":\"\",\"counters\":\"\"}]");
        ConformanceTable table = new ConformanceTable(folder);
        table.add(Tried.simulated(PUT));
        table.write();

        assertThat(Files.readString(folder.resolve("conformance.md")))
                .contains("| 1 | One PUT completes. | simulated | REPAIRED | valid | valid |")
                .contains("| 1 | <other> | live |")
                .doesNotContain("old");
        assertThat(Files.readString(folder.resolve("conformance.html"))).contains("&lt;other&gt;");
    }
}
