package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.lying;
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
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.proof.HistoryChain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A silent replica costs one message delay, not two: replicas asked to commit first do so among
 * themselves (12.8, C8).
 */
class CommitOptimizationTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);

    private static Cluster committing() {
        return Cluster.small().with("commitOpt", true).with("tCommit", 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void allButTheFirstRequestCompleteInFourDelaysWithoutACertificate(String auth) {
        Transcript run = committing()
                .with("auth", auth)
                .operations(6)
                .attacked(losing(sentBy(R3)))
                .run();

        assertThat(run.facts(Fact.COMPLETED))
                .extracting(Fact::detail)
                .containsExactly("4b", "C8", "C8", "C8", "C8", "C8");
        assertThat(run.took().subList(1, 6)).allMatch(Cluster.DELAY.multipliedBy(4)::equals);
        assertThat(run.messages(Commit.class)).allMatch(commit -> commit.sequence() == 1);
    }

    @Test
    void sevenReplicasCommitFirstWithTwoMute() {
        Transcript run = committing()
                .faults(2)
                .operations(4)
                .attacked(losing(sentBy(R3).or(sentBy(NodeId.replica(5)))))
                .run();

        assertThat(run.facts(Fact.COMPLETED))
                .extracting(Fact::detail)
                .containsExactly("4b", "C8", "C8", "C8");
        assertThat(run.took().get(3)).isEqualTo(Cluster.DELAY.multipliedBy(4));
    }

    @Test
    void nothingIsExecutedBeforeItIsCommitted() {
        Transcript run = committing().operations(4).attacked(losing(sentBy(R3))).run();

        for (NodeId replica : List.of(R0, R1, R2)) {
            List<String> told = run.factsOf(replica)
                    .filter(fact -> fact.sequence() > 1)
                    .map(Fact::name)
                    .filter(name -> name.equals(Fact.DECIDED) || name.equals(Fact.EXECUTED))
                    .toList();
            assertThat(told).startsWith(Fact.DECIDED, Fact.EXECUTED, Fact.DECIDED, Fact.EXECUTED);
        }
        assertThat(run.messages(SpeculativeResponse.class))
                .filteredOn(response -> response.sequence() > 1)
                .allMatch(response -> response.maxCommitted() >= response.sequence());
    }

    @Test
    void theFlagIsDroppedWhenEverybodyAnswersAgain() {
        Transcript run = committing()
                .operations(8)
                .attacked(losing(sentBy(R3)
                        .and(ofType(SpeculativeResponse.class))
                        .and(envelope -> envelope.label().sequence() < 4)))
                .run();

        // R3 answers number 4 as soon as the others, but three of these were enough.
        assertThat(run.facts(Fact.COMPLETED))
                .extracting(Fact::detail)
                .containsExactly("4b", "C8", "C8", "C8", "4a", "4a", "4a", "4a");
        assertThat(run.facts("patience", C0)).hasSize(2);
    }

    @Test
    void answersThatAreLateEveryTimeDoNotDropTheFlag() {
        Transcript run = committing()
                .operations(6)
                .attacked(Meddling.delaying(Duration.ofMillis(6), sentBy(R3)))
                .run();

        assertThat(run.facts(Fact.COMPLETED))
                .extracting(Fact::detail)
                .containsExactly("4b", "C8", "C8", "C8", "C8", "C8");
    }

    @Test
    void unlessItIsSetTheOptimizationIsOff() {
        Transcript run = committing()
                .with("commitOpt", false)
                .operations(4)
                .attacked(losing(sentBy(R3)))
                .run();

        assertThat(run.facts(Fact.COMPLETED))
                .hasSize(4)
                .allMatch(fact -> fact.detail().equals("4b"));
        assertThat(run.messages(CheckpointVote.class)).isEmpty();
    }

    @Test
    void aReplicaThatWasToldNothingOfTheFlagVotesWhenItSeesAVote() {
        // The primary hides the flag from R1: without R1's vote nobody could commit, and execute.
        Transcript run = committing()
                .operations(4)
                .attacked(mute(R3, lying(R0, ofType(OrderRequest.class).and(sentTo(R1)), truth -> {
                    OrderRequest order = (OrderRequest) truth;
                    return new OrderRequest(
                            order.view(), order.first(), false, order.items(), order.seal());
                })))
                .run();

        assertThat(run.messages(CheckpointVote.class, R1)).isNotEmpty();
        assertThat(run.took()).hasSize(4).allMatch(took -> took.toMillis() < 10);
    }

    @Test
    void aReplicaThatVotesReachButNoOrderFillsTheHole() {
        Transcript run = committing()
                .operations(3)
                .with("tRetrans", 1_000)
                .with("tStatus", 0)
                .attacked(losing(sentBy(R3)
                        .or(sentTo(R2)
                                .and(ofType(OrderRequest.class))
                                .and(numbered(2))
                                .and(Meddling.first()))))
                .run();

        assertThat(run.sent("FillHole")).isNotEmpty();
        assertThat(run.facts(Fact.COMPLETED)).hasSize(3);
        assertThat(run.took().get(1)).isLessThan(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200})
    void votesThatWereLostAreAskedForAgain(int status) {
        Transcript run = committing()
                .operations(3)
                .with("tStatus", status)
                .attacked(losing(sentBy(R3)
                        .or(ofType(CheckpointVote.class).and(numbered(2)).and(Meddling.first()))))
                .run();

        assertThat(run.facts(Fact.COMPLETED)).hasSize(3);
        assertThat(run.messages(CheckpointVote.class)).anyMatch(CheckpointVote::asks);
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
    }

    @Test
    void aRequestThatWaitsForVotesGetsNoSecondNumber() {
        Transcript run = committing()
                .operations(3)
                .with("tStatus", 0)
                .attacked(losing(sentBy(R3)
                        .or(ofType(CheckpointVote.class)
                                .and(numbered(2))
                                .and(envelope -> envelope.label().occurrence() < 2))))
                .run();

        assertThat(run.facts(Fact.COMPLETED))
                .extracting(Fact::sequence)
                .containsExactly(1L, 2L, 3L);
        assertThat(run.messages(OrderRequest.class)).allMatch(order -> order.last() <= 3);
    }

    @Test
    void votesForAnotherHistoryMakeAReplicaAccuse() {
        // The primary flags the first order by itself, and gives R1 another choice with it.
        Predicate<Envelope> orders = sentBy(R0).and(ofType(OrderRequest.class));
        Meddling attack = either(
                orders.and(sentTo(R1)),
                lying(R0, orders, truth -> flagged((OrderRequest) truth, Payload.utf8("other"))),
                lying(R0, orders, truth -> flagged((OrderRequest) truth, Payload.EMPTY)));
        Transcript run = committing().attacked(attack).run();

        assertThat(run.facts(Fact.ACCUSED, R1))
                .extracting(Fact::detail)
                .anyMatch(detail -> detail.contains("votes contradict our history at 1"));
        assertThat(run.facts(Fact.COMPLETED)).hasSize(1);
    }

    private static OrderRequest flagged(OrderRequest order, Payload choice) {
        if (order.view() > 0 || order.first() > 1) {
            return order;
        }
        OrderedItem item = order.item(1);
        Digest history = new HistoryChain(true).next(Digest.ZERO, item.request(), choice);
        OrderedItem told = new OrderedItem(history, item.request(), choice, item.body());
        return new OrderRequest(0, 1, true, List.of(told), order.seal());
    }

    @Test
    void whatWasAcceptedAndNeverCommittedIsExecutedWhereTheNextViewKeepsIt() {
        Transcript run = committing()
                .operations(3)
                .attacked(losing(sentBy(R3)
                        .and(ofType(SpeculativeResponse.class))
                        .or(ofType(CheckpointVote.class)
                                .and(numbered(2))
                                .and(envelope -> envelope.label().view() == 0))))
                .run();

        assertThat(run.facts(Fact.COMPLETED))
                .extracting(Fact::sequence)
                .containsExactly(1L, 2L, 3L);
        assertThat(run.facts(Fact.EXECUTED))
                .filteredOn(executed -> executed.sequence() == 2)
                .hasSize(4)
                .allMatch(executed -> executed.view() == 1);
        assertThat(run.facts("entered")).hasSize(4);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void viewChangesAndLossAmongRequestsThatCommitFirstLoseAndDoubleNothing() {
        for (long seed = 1; seed <= 12; seed++) {
            Transcript run = committing()
                    .with("adaptiveCommit", seed % 2 == 0)
                    .with("checkpointInterval", 8)
                    .operations(60)
                    .lasting(Duration.ofSeconds(60))
                    .attacked(lossyAndLeaderless())
                    .busy(3, seed)
                    .run();

            assertThat(run.outcomes()).as("seed %s", seed).hasSize(60);
            assertThat(run.facts("entered")).as("seed %s", seed).isNotEmpty();
            assertThat(run.facts(Fact.COMPLETED))
                    .as("seed %s", seed)
                    .anyMatch(fact -> fact.detail().equals("C8"));
            assertThat(run.broken()).as("seed %s", seed).isEmpty();
        }
    }

    /** A tenth of all messages is lost, and everything the first primary says of later numbers. */
    private static Meddling lossyAndLeaderless() {
        return new Meddling(Set.of(), (powers, sent) -> {
            Envelope envelope = sent.envelope();
            boolean lost = powers.decision("loss", envelope).unit() < 0.1
                    || (sentBy(R0).test(envelope)
                            && envelope.label().view() == 0
                            && envelope.label().sequence() > 20);
            return lost
                    ? List.of(
                            new Act.Drop(envelope, List.of(new Touch("test", Touch.Kind.DROPPED))))
                    : Meddling.pass(sent);
        });
    }

    private static Predicate<Envelope> numbered(long number) {
        return envelope -> envelope.label().sequence() == number;
    }

    private static Meddling mute(NodeId backup, Meddling other) {
        return either(sentBy(backup), losing(sentBy(backup)), other);
    }

    /** One rule for what matches, and another for the rest. */
    private static Meddling either(Predicate<Envelope> what, Meddling one, Meddling other) {
        Set<NodeId> corrupted = new HashSet<>(one.corrupted());
        corrupted.addAll(other.corrupted());
        return new Meddling(
                corrupted,
                (powers, sent) -> what.test(sent.envelope())
                        ? one.rule().apply(powers, sent)
                        : other.rule().apply(powers, sent));
    }
}
