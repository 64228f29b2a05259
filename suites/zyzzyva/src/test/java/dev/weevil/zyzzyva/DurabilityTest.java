package dev.weevil.zyzzyva;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.process.Crash;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Damaged;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.OrderLog;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ViewChange;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What survives a restart where nodes keep what they rely on (5.1). */
class DurabilityTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);

    private static Cluster eights() {
        return Cluster.small()
                .with("checkpointInterval", 8)
                .with("tReq", 60)
                .with("tNewView", 60)
                .operations(60)
                .lasting(Duration.ofSeconds(10));
    }

    /** All replicas at once, in the middle of what they are doing. */
    private static Attack powerCut(int afterOperations) {
        Attack attack = Attack.none();
        for (int i = 0; i < 4; i++) {
            attack = attack.then(Crash.andRestart(NodeId.replica(i), Duration.ofMillis(30))
                    .when(When.completed(afterOperations)));
        }
        return attack;
    }

    /** One replica after the other, faster than they come back. */
    private static Attack rollingCrashes() {
        Attack attack = Loss.of(0.02);
        for (int i = 0; i < 8; i++) {
            attack = attack.then(
                    Crash.andRestart(NodeId.replica(i % 4), Duration.ofMillis(40 + 17 * i))
                            .when(When.after(Duration.ofMillis(20 + 55L * i)))
                            .named("crash-" + i));
        }
        return attack;
    }

    @Test
    void aClusterWithoutPowerForgetsNothingThatItsClientsSaw() {
        int restored = 0;
        for (long seed = 1; seed <= 12; seed++) {
            Transcript run = eights().with("durable", true)
                    .attacked(powerCut((int) seed))
                    .busy(3, seed)
                    .run();

            ViewChangeTest.assertOneHistory(run);
            assertThat(run.outcomes()).as("seed %s", seed).hasSize(60);
            restored += run.facts("restored").size();
        }
        assertThat(restored).isGreaterThanOrEqualTo(36);
    }

    @Test
    void withoutDurabilityAPowerCutLosesCompletedRequests() {
        Transcript run = eights().attacked(powerCut(30)).busy(3, 1).run();

        assertThat(run.facts("restored")).isEmpty();
        // The numbers begin anew: something else completes where something completed before.
        List<Long> numbers =
                run.facts(Fact.COMPLETED).stream().map(Fact::sequence).toList();
        assertThat(Set.copyOf(numbers)).hasSizeLessThan(numbers.size());
    }

    @Test
    void replicasThatCrashInTurnThroughViewChangesKeepOneHistory() {
        int entered = 0;
        int restored = 0;
        for (long seed = 1; seed <= 15; seed++) {
            Transcript run = eights().with("durable", true)
                    .attacked(rollingCrashes())
                    .busy(3, seed)
                    .run();

            ViewChangeTest.assertOneHistory(run);
            assertPromises(run);
            assertThat(run.outcomes()).as("seed %s", seed).hasSize(60);
            entered += run.facts("entered").size();
            restored += run.facts("restored").size();
        }
        assertThat(entered).isPositive();
        assertThat(restored).isGreaterThan(75);
    }

    @Test
    void noMessageLeavesBeforeWhatItReliesOnIsWritten() {
        Duration fast = eights().operations(2).run().took().get(1);
        Duration kept =
                eights().operations(2).with("durable", true).run().took().get(1);
        Duration first =
                eights().operations(1).with("durable", true).run().took().get(0);

        // Primary and backups each write before they send; so does a client, once in a while.
        Duration write = kept.minus(fast).dividedBy(2);
        assertThat(write).isPositive();
        assertThat(first).isEqualTo(fast.plus(write.multipliedBy(3)));
    }

    /** What completed on two phases rests on certificates: R1's is the only one that is reported. */
    @Test
    void aCertificateSurvivesTheRestartOfWhoeverStoredIt() {
        Attack attack =
                hiding().then(Crash.andRestart(R1, Duration.ofMillis(20)).when(When.completed(1)));

        Transcript run = Cluster.small()
                .with("durable", true)
                .operations(2)
                .attacked(attack)
                .run();

        assertThat(run.facts("restored", R1)).hasSize(1);
        assertThat(run.outcomes()).hasSize(2);
        assertThat(run.facts("entered", R1)).extracting(Fact::sequence).first().isEqualTo(1L);
        ViewChangeTest.assertOneHistory(run);
    }

    /** R0 orders one request for R1 and R2 alone, and then has forgotten it; R2 is not heard. */
    private static Meddling hiding() {
        return new Meddling(Set.of(R0), (powers, sent) -> {
            Envelope envelope = sent.envelope();
            Message message = envelope.frame().message().orElseThrow();
            NodeId from = envelope.from().node();
            boolean order = message instanceof OrderRequest || message instanceof OrderLog;
            boolean kept = order
                    && (envelope.to().node().equals(R3) || message.sequence() > 1)
                    && (from.equals(R0) || message.view() == 0);
            boolean unheard = message instanceof ViewChange && from.equals(R2);
            if (kept || unheard) {
                return List.of();
            }
            return message instanceof ViewChange && from.equals(R0)
                    ? Meddling.lying(R0, any -> true, DurabilityTest::forgetful)
                            .rule()
                            .apply(powers, sent)
                    : Meddling.pass(sent);
        });
    }

    private static Message forgetful(Message truth) {
        ViewChange report = (ViewChange) truth;
        return new ViewChange(
                report.view(),
                0,
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                report.accusations(),
                report.replica(),
                report.seal());
    }

    /** I11: nothing is accepted in a view below one that was promised, in whatever life. */
    private static void assertPromises(Transcript run) {
        Map<NodeId, Long> promised = new HashMap<>();
        run.of(TraceEvent.Observed.class).forEach(seen -> {
            NodeId node = seen.node().node();
            Fact fact = seen.fact();
            if (fact.name().equals("promised")) {
                promised.merge(node, fact.view(), Math::max);
            } else if (fact.name().equals(Fact.ACCEPTED)) {
                assertThat(fact.view())
                        .as("%s: %s", node, fact)
                        .isGreaterThanOrEqualTo(promised.getOrDefault(node, 0L));
            }
        });
    }

    @Test
    void aReplicaThatHasLeftAViewDoesNotReturnToItInAnotherLife() {
        Attack attack = Silence.of(R0)
                .from(When.completed(1))
                .then(Meddling.losing(Meddling.ofType(NewView.class)))
                .then(Crash.andRestart(R2, Duration.ofMillis(20))
                        .when(When.sent(Messages.of(ViewChange.class).and(Link.from(R2)))));

        Transcript run = Cluster.small()
                .with("durable", true)
                .operations(2)
                .attacked(attack)
                .lasting(Duration.ofSeconds(3))
                .run();

        assertThat(run.facts("restored", R2)).extracting(Fact::view).startsWith(1L);
        assertPromises(run);
    }

    @Test
    void aReplicaWhoseDiskIsDamagedRefusesToBegin() {
        ZyzzyvaProtocol protocol = new ZyzzyvaProtocol();
        Membership membership = Membership.byzantine(1, 1);
        Node replica = protocol.deploy(membership, Settings.NONE.with("durable", true))
                .replica(Scheme.SYMBOLIC.keys(new Seed(1), membership.nodes()).of(R1));
        TreeMap<String, Payload> disk = new TreeMap<>(Map.of("standpoint", Payload.utf8("?")));

        assertThatThrownBy(() -> replica.on(new Event.Started(0, disk)))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("r1: its disk is damaged: expected a Standpoint");
    }
}
