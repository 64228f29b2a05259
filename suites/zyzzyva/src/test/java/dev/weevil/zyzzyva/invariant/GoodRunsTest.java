package dev.weevil.zyzzyva.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.Cluster;
import dev.weevil.zyzzyva.Meddling;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Runs in which nobody lies, or no more than f do, keep all invariants (section 14). */
class GoodRunsTest {

    private static void assertKept(String run, Trace trace) {
        for (Oracle invariant : Invariants.all()) {
            Verdict verdict = invariant.judge(trace);
            assertThat(verdict.kind())
                    .as("%s in %s: %s", invariant.name(), run, verdict.inWords())
                    .isEqualTo(Verdict.Kind.VALID);
        }
    }

    private static Act drop(Envelope envelope) {
        return new Act.Drop(envelope, List.of(new Touch("test", Touch.Kind.DROPPED)));
    }

    @Test
    void aStormOfTheNetworkAndWhatFollowsIt() {
        for (long seed = 1; seed <= 20; seed++) {
            Meddling storm = new Meddling(Set.of(), (powers, sent) -> {
                boolean stormy = sent.nanos() < Duration.ofMillis(1500).toNanos();
                double dice = powers.decision("storm", sent.envelope()).unit();
                boolean isolated = sent.nanos() / 300_000_000L % 4
                        == sent.envelope().from().node().index();
                return stormy && (dice < 0.1 || isolated)
                        ? List.of(drop(sent.envelope()))
                        : Meddling.pass(sent);
            });
            assertKept(
                    "seed " + seed,
                    Cluster.small()
                            .with("checkpointInterval", 8)
                            .operations(100)
                            .attacked(storm)
                            .busy(3, seed)
                            .run()
                            .trace());
        }
    }

    @Test
    void aQuietRun() {
        assertKept(
                "a quiet run",
                Cluster.small()
                        .with("checkpointInterval", 8)
                        .operations(60)
                        .busy(3, 1)
                        .run()
                        .trace());
    }

    @Test
    void aMuteReplica() {
        for (int i = 0; i < 4; i++) {
            NodeId mute = NodeId.replica(i);
            assertKept(
                    mute + " mute",
                    Cluster.small()
                            .with("checkpointInterval", 8)
                            .operations(60)
                            .attacked(new Meddling(
                                    Set.of(mute),
                                    (powers, sent) -> Meddling.sentBy(mute).test(sent.envelope())
                                            ? List.of(drop(sent.envelope()))
                                            : Meddling.pass(sent)))
                            .busy(3, 1)
                            .run()
                            .trace());
        }
    }
}
