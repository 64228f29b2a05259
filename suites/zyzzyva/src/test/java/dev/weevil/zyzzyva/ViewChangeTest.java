package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;
import static dev.weevil.zyzzyva.Meddling.sentTo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.IHateThePrimary;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.settings.Rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** View changes (section 9, V1 to V20). */
class ViewChangeTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R3 = NodeId.replica(3);

    private static Predicate<Envelope> after(long number) {
        return envelope -> envelope.label().sequence() > number;
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void aMutePrimaryIsReplacedAndTheRequestCompletesInTheNextView(String auth) {
        Transcript run =
                Cluster.small().with("auth", auth).attacked(losing(sentBy(R0))).run();

        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::view).containsExactly(1L);
        assertThat(run.facts("entered")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(run.facts("entered")).allMatch(f -> f.view() == 1);
    }

    @Test
    void whatCompletedBeforeThePrimaryFellSilentKeepsItsNumber() {
        Transcript run = Cluster.small()
                .operations(20)
                .attacked(losing(sentBy(R0).and(ofType(OrderRequest.class)).and(after(10))))
                .run();

        assertThat(run.outcomes()).hasSize(20);
        assertThat(run.facts(Fact.COMPLETED))
                .extracting(Fact::sequence)
                .doesNotHaveDuplicates()
                .startsWith(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(run.facts("entered", R3)).extracting(Fact::sequence).containsExactly(10L);
    }

    @Test
    void oneAccuserAloneChangesNothing() {
        // r3 is never given anything by the primary, so that only r3 has a reason to accuse.
        Transcript run = Cluster.small()
                .operations(30)
                .attacked(losing(sentTo(R3).and(ofType(OrderRequest.class))))
                .run();

        assertThat(run.facts(Fact.ACCUSED, R3)).isNotEmpty();
        assertThat(run.facts("entered")).isEmpty();
        assertThat(run.outcomes()).hasSize(30);
    }

    @Test
    void twoMutePrimariesInSuccessionAreBothReplaced() {
        NodeId r1 = NodeId.replica(1);
        Transcript run = Cluster.small()
                .faults(2)
                .operations(3)
                .attacked(losing(sentBy(R0).or(sentBy(r1))))
                .run();

        assertThat(run.outcomes()).hasSize(3);
        assertThat(run.facts(Fact.COMPLETED)).allMatch(f -> f.view() == 2);
    }

    @Test
    void aSpeculationOfOneReplicaIsRolledBackWithItsClientTable() {
        // Number 2 reaches r3 only; then the primary falls silent, and r3's report is left out.
        Predicate<Envelope> order =
                ofType(OrderRequest.class).and(e -> e.label().view() == 0);
        Transcript run = Cluster.small()
                .operations(4)
                .attacked(losing(order.and(after(1))
                        .and(sentTo(R3).negate().or(after(2)))
                        .or(sentBy(R3).and(ofType(ViewChange.class)).and(sentTo(R1)))))
                .run();

        assertThat(run.facts(Fact.ROLLED_BACK, R3)).extracting(Fact::sequence).startsWith(1L);
        assertThat(run.outcomes()).hasSize(4);
        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::sequence).doesNotHaveDuplicates();
        assertOneHistory(run);
    }

    @ParameterizedTest
    @EnumSource(Rules.class)
    void everyReadingSurvivesACrashedPrimary(Rules rules) {
        Transcript run = Cluster.small()
                .with("rules", rules)
                .operations(40)
                .attacked(losing(sentBy(R0).and(after(10))))
                .busy(3, 3)
                .run();

        assertThat(run.outcomes()).hasSize(40);
        assertOneHistory(run);
    }

    @Test
    void aNewPrimaryThatClaimsAnotherHistoryIsRefusedAndReplaced() {
        Transcript run = Cluster.small()
                .attacked(new Meddling(Set.of(R1), (powers, sent) -> {
                    if (sentBy(R0).test(sent.envelope())) {
                        return List.of(drop(sent.envelope()));
                    }
                    return Meddling.lying(R1, ofType(NewView.class), truth -> {
                                NewView told = (NewView) truth;
                                return new NewView(
                                        told.view(),
                                        told.changes(),
                                        told.last(),
                                        Digest.of(Payload.utf8("lie")),
                                        told.seal());
                            })
                            .rule()
                            .apply(powers, sent);
                }))
                .faults(2)
                .run();

        assertThat(run.facts(Fact.ACCUSED))
                .anyMatch(f -> f.view() == 1 && f.detail().contains("wrong NEW-VIEW"));
        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::view).containsExactly(2L);
    }

    private static Act drop(Envelope envelope) {
        return new Act.Drop(envelope, List.of(new Touch("test", Touch.Kind.DROPPED)));
    }

    @Test
    void lostMessagesOfAViewChangeAreSentAgainWithStatus() {
        Transcript run = Cluster.small()
                .attacked(losing(sentBy(R0)
                        .or(Meddling.first()
                                .and(ofType(ViewChange.class)
                                        .or(ofType(NewView.class))
                                        .or(ofType(ViewConfirm.class))
                                        .or(ofType(IHateThePrimary.class))))))
                .run();

        assertThat(run.outcomes()).hasSize(1);
    }

    @Test
    void aReplicaThatMissedAViewChangeLearnsOfItLater() {
        Transcript run = Cluster.small()
                .operations(200)
                .attacked(new Meddling(Set.of(), (powers, sent) -> {
                    boolean dead = sentBy(R0).test(sent.envelope());
                    boolean cut = sentTo(R3).or(sentBy(R3)).test(sent.envelope())
                            && sent.nanos() < Duration.ofMillis(1500).toNanos();
                    boolean late = sent.nanos() > Duration.ofMillis(20).toNanos();
                    return late && (cut || (dead && sent.nanos() < 1_500_000_000L))
                            ? List.of(drop(sent.envelope()))
                            : Meddling.pass(sent);
                }))
                .run();

        assertThat(run.outcomes()).hasSize(200);
        assertThat(run.facts("entered", R3)).isNotEmpty();
        assertOneHistory(run);
    }

    @Test
    void undirectedFaultsOfTheNetworkNeverSplitTheHistory() {
        for (long seed = 1; seed <= 40; seed++) {
            Meddling storm = new Meddling(Set.of(), (powers, sent) -> {
                boolean stormy = sent.nanos() < Duration.ofMillis(1500).toNanos();
                double dice = powers.decision("storm", sent.envelope()).unit();
                boolean isolated = sent.nanos() / 300_000_000L % 4
                        == sent.envelope().from().node().index();
                return stormy && (dice < 0.1 || isolated)
                        ? List.of(drop(sent.envelope()))
                        : Meddling.pass(sent);
            });
            Transcript run = Cluster.small()
                    .with("checkpointInterval", 8)
                    .operations(60)
                    .attacked(storm)
                    .busy(3, seed)
                    .run();

            assertThat(run.outcomes()).as("seed %s", seed).hasSize(60);
            assertOneHistory(run);
        }
    }

    /** I1: completed requests lie on one chain, each number once. */
    static void assertOneHistory(Transcript run) {
        List<Fact> completed = run.facts(Fact.COMPLETED);
        assertThat(completed).extracting(Fact::sequence).doesNotHaveDuplicates();
        assertThat(completed).extracting(Fact::digest).doesNotHaveDuplicates();
    }
}
