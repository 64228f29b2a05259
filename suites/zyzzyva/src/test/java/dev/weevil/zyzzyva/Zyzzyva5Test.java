package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;
import static dev.weevil.zyzzyva.Meddling.sentTo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.settings.Variant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Zyzzyva5: with 5f+1 replicas f silent backups cost nothing (section 13). */
class Zyzzyva5Test {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R4 = NodeId.replica(4);
    private static final NodeId R5 = NodeId.replica(5);

    private static Cluster six() {
        return Cluster.small().with("variant", Variant.ZYZZYVA5);
    }

    private static Predicate<Envelope> isMute(NodeId... replicas) {
        return envelope -> List.of(replicas).contains(envelope.from().node());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void completesInThreeMessageDelaysThoughOneBackupIsMute(String auth) {
        Transcript run = six().with("auth", auth).attacked(losing(isMute(R5))).run();

        assertThat(run.delays()).isEqualTo(3);
        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::detail).containsExactly("4a");
        assertThat(run.sent("SpeculativeResponse")).hasSize(6);
        assertThat(run.sent("Commit")).isEmpty();
    }

    @Test
    void elevenReplicasBearTwoMuteBackups() {
        Transcript run = six().faults(2)
                .operations(5)
                .attacked(losing(isMute(R5, NodeId.replica(10))))
                .run();

        assertThat(run.delays()).isEqualTo(3);
        assertThat(run.facts(Fact.COMPLETED))
                .hasSize(5)
                .allMatch(f -> f.detail().equals("4a"));
        assertThat(run.sent("Commit")).isEmpty();
    }

    @Test
    void twoMuteBackupsOfSixAreTooMany() {
        Transcript run = six().attacked(losing(isMute(R4, R5))).run();

        assertThat(run.facts(Fact.EXECUTED)).isNotEmpty();
        assertThat(run.facts(Fact.COMPLETED)).isEmpty();
        assertThat(run.sent("Commit")).isEmpty();
    }

    /** It reached all but r5; r4 denies it and r0 is gone: three of five reports are left. */
    @Test
    void aViewChangeCarriesACompletedItemThatOneLacksAndOneDenies() {
        Predicate<Envelope> lost = sentTo(R5)
                .and(ofType(OrderRequest.class))
                .or(sentBy(R0).and(e -> e.label().sequence() > 1));
        Predicate<Envelope> ofViewZero = e -> e.label().view() == 0;
        Meddling denial = Meddling.lying(R4, ofType(ViewChange.class), truth -> {
            ViewChange told = (ViewChange) truth;
            return withLog(told, List.of());
        });
        Transcript run = six().operations(3)
                .attacked(new Meddling(
                        Set.of(R4),
                        (powers, sent) -> lost.and(ofViewZero).test(sent.envelope())
                                ? losing(lost).rule().apply(powers, sent)
                                : denial.rule().apply(powers, sent)))
                .run();

        assertThat(run.messages(ViewChange.class)).anyMatch(m -> m.log().isEmpty());
        assertThat(run.facts("entered", R5))
                .extracting(Fact::view, Fact::sequence)
                .contains(tuple(1L, 1L));
        assertThat(run.outcomes()).hasSize(3);
        ViewChangeTest.assertOneHistory(run);
    }

    private static ViewChange withLog(ViewChange told, List<LoggedItem> log) {
        return new ViewChange(
                told.view(),
                told.lastView(),
                told.stable(),
                told.checkpoints(),
                told.base(),
                told.certificate(),
                log,
                told.accusations(),
                told.replica(),
                told.seal());
    }

    @Test
    void aCheckpointNeedsFourFPlusOneAndNoMore() {
        Cluster eights = six().with("checkpointInterval", 8).operations(20);

        Transcript oneSilent = eights.attacked(losing(isMute(R5).and(ofType(Checkpoint.class))))
                .run();
        Transcript twoSilent = eights.attacked(losing(isMute(R4, R5).and(ofType(Checkpoint.class))))
                .run();

        assertThat(oneSilent.facts("stable", R1)).extracting(Fact::sequence).contains(8L, 16L);
        assertThat(twoSilent.facts("stable", R1)).isEmpty();
    }

    @Test
    void faultsOfTheNetworkNeverSplitTheHistory() {
        for (long seed = 1; seed <= 10; seed++) {
            Transcript run = six().with("checkpointInterval", 8)
                    .operations(60)
                    .attacked(new Meddling(Set.of(), (powers, sent) -> {
                        boolean stormy = sent.nanos() < 2_500_000_000L;
                        boolean isolated = sent.nanos() / 1_000_000_000L % 6
                                == sent.envelope().from().node().index();
                        double dice = powers.decision("storm", sent.envelope()).unit();
                        return stormy && (dice < 0.1 || isolated)
                                ? List.of(new Act.Drop(sent.envelope(), List.of()))
                                : Meddling.pass(sent);
                    }))
                    .busy(3, seed)
                    .run();

            assertThat(run.outcomes()).as("seed %s", seed).hasSize(60);
            assertThat(run.facts("entered")).as("seed %s", seed).isNotEmpty();
            ViewChangeTest.assertOneHistory(run);
        }
    }
}
