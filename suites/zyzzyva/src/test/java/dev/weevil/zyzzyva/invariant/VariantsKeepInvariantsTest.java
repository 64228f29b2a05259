package dev.weevil.zyzzyva.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.run.Oracle;
import dev.weevil.zyzzyva.Cluster;
import dev.weevil.zyzzyva.Meddling;
import dev.weevil.zyzzyva.Transcript;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** What is switched on beside the protocol of section 6 keeps all invariants as well (12.2, 13, 15). */
class VariantsKeepInvariantsTest {

    private static Cluster eights() {
        return Cluster.small().with("checkpointInterval", 8).operations(60);
    }

    /** One replica after the other is cut off for a second, and a tenth of everything is lost. */
    private static Meddling storm(int replicas) {
        return new Meddling(Set.of(), (powers, sent) -> {
            boolean stormy = sent.nanos() < 3_500_000_000L;
            boolean isolated = sent.nanos() / 1_000_000_000L % replicas
                    == sent.envelope().from().node().index();
            double dice = powers.decision("storm", sent.envelope()).unit();
            return stormy && (dice < 0.1 || isolated)
                    ? List.of(new Act.Drop(
                            sent.envelope(), List.of(new Touch("test", Touch.Kind.DROPPED))))
                    : Meddling.pass(sent);
        });
    }

    private static void assertKept(String what, Transcript run) {
        for (Oracle invariant : Invariants.all()) {
            Verdict verdict = invariant.judge(run.trace());
            assertThat(verdict.kind())
                    .as("%s in %s: %s", invariant.name(), what, verdict.inWords())
                    .isEqualTo(Verdict.Kind.VALID);
        }
        assertThat(run.outcomes()).as(what).hasSize(60);
    }

    @Test
    void zyzzyva5() {
        for (long seed = 1; seed <= 4; seed++) {
            Cluster six = eights().with("variant", "ZYZZYVA5").busy(3, seed);
            assertKept("Zyzzyva5, seed " + seed, six.attacked(storm(6)).run());
        }
    }

    @Test
    void witnesses() {
        for (long seed = 1; seed <= 4; seed++) {
            Cluster three = eights().with("witnesses", 1).busy(3, seed);
            assertKept("witnesses, seed " + seed, three.attacked(storm(4)).run());
        }
        assertKept(
                "three witnesses of six",
                eights().with("variant", "ZYZZYVA5")
                        .with("witnesses", 3)
                        .busy(3, 1)
                        .run());
    }

    @Test
    void sumsForTrees() {
        assertKept(
                "ADHASH",
                eights().with("stateDigest", "ADHASH")
                        .attacked(storm(4))
                        .busy(3, 2)
                        .run());
    }

    @Test
    void macsWithAndWithoutDefences() {
        for (boolean defences : new boolean[] {true, false}) {
            assertKept(
                    "MAC, defences " + defences,
                    eights().with("auth", "MAC")
                            .with("defences", defences)
                            .attacked(storm(4))
                            .busy(3, 3)
                            .run());
        }
    }
}
