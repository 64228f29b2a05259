package dev.weevil.zyzzyva;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.proof.HistoryChain;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Replicas vote on what a client cannot get agreed on, in MAC mode (M6). */
class DisputesTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId C0 = NodeId.client(0);
    private static final Timer T_AGREE = new Timer("T_AGREE", 0);
    private static final HistoryChain CHAIN = new HistoryChain(true);

    private final Bench bench = Bench.of(R1, Settings.NONE.with("auth", "MAC"));
    private Digest history = Digest.ZERO;

    private Request request(long timestamp) {
        Request unsealed = new Request(
                Payload.utf8("no operation"), timestamp, C0, false, false, false, -1, Seal.NONE);
        return unsealed.withSeal(bench.keysOf(C0).sign(bench.format().covered(unsealed, "seal")));
    }

    /** The primary has the request executed at the number. */
    private Request executed(long number) {
        Request request = request(number);
        Digest digest = Digest.of(bench.format().covered(request, "seal"));
        history = CHAIN.next(history, digest, Payload.EMPTY);
        OrderRequest unsealed = new OrderRequest(
                0,
                number,
                List.of(new OrderedItem(history, digest, Payload.EMPTY, Optional.of(request))),
                Seal.NONE);
        Payload covered = bench.format().covered(unsealed, "seal");
        List<Effect> done = bench.arrive(
                R0, unsealed.withSeal(bench.keysOf(R0).authenticate(covered, List.of(R1))));
        assertThat(Bench.facts(done, Fact.EXECUTED)).hasSize(1);
        return request;
    }

    /** So that the replica disputes it. */
    private List<Effect> twice(Request request) {
        bench.arrive(C0, request);
        return bench.arrive(C0, request);
    }

    private static List<CheckpointVote> votes(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).message())
                .filter(CheckpointVote.class::isInstance)
                .map(CheckpointVote.class::cast)
                .toList();
    }

    private static boolean startsTimer(List<Effect> effects) {
        return effects.stream()
                .anyMatch(effect -> effect instanceof Effect.StartTimer start
                        && start.timer().equals(T_AGREE));
    }

    private List<Fact> accusationsWhenExpired() {
        return Bench.facts(bench.feed(new Event.TimerFired(1, T_AGREE)), Fact.ACCUSED);
    }

    private CheckpointVote vote(long number, boolean asks) {
        ResponseCore core = new ResponseCore(0, number, history, Digest.ZERO, C0, number);
        Statement unsealed = new Statement(core, R2, Seal.NONE);
        Seal seal = bench.keysOf(R2).sign(bench.format().covered(unsealed, "seal"));
        return new CheckpointVote(unsealed.withSeal(seal), asks);
    }

    @Test
    void theSecondTimeAClientAsksThereIsAVote() {
        Request request = executed(1);

        assertThat(votes(bench.arrive(C0, request))).isEmpty();
        List<Effect> second = bench.arrive(C0, request);

        assertThat(votes(second)).singleElement().matches(CheckpointVote::asks);
        assertThat(startsTimer(second)).isTrue();
        assertThat(accusationsWhenExpired())
                .singleElement()
                .satisfies(fact -> assertThat(fact.detail())
                        .isEqualTo("r0: number 1 was executed, and is not agreed on in time"));
    }

    @Test
    void theNextDisputeHasItsOwnTime() {
        twice(executed(1));

        assertThat(startsTimer(twice(executed(2)))).isTrue();
    }

    @Test
    void whatAClientNoLongerAsksForAccusesNobody() {
        twice(executed(1));
        executed(2);

        assertThat(accusationsWhenExpired()).isEmpty();
    }

    @Test
    void whatReplicasRelayIsNoReasonToVote() {
        Request request = executed(1);
        ConfirmRequest unsealed = new ConfirmRequest(0, request, R2, Seal.NONE);
        Payload covered = bench.format().covered(unsealed, "seal");
        ConfirmRequest relayed =
                unsealed.withSeal(bench.keysOf(R2).authenticate(covered, List.of(R1)));

        for (int i = 0; i < 3; i++) {
            assertThat(votes(bench.arrive(R2, relayed))).isEmpty();
        }
    }

    @Test
    void aVoteThatNobodyAskedForIsNotAnswered() {
        executed(1);

        assertThat(votes(bench.arrive(R2, vote(1, false)))).isEmpty();
        assertThat(votes(bench.arrive(R2, vote(1, true)))).hasSize(1);
    }

    @Test
    void askingForVotesIsAnsweredUpToAShare() {
        executed(1);
        bench.arrive(R2, vote(1, true));
        int answered = 0;
        for (int i = 0; i < 1_000; i++) {
            answered += votes(bench.arriveAtOnce(R2, vote(1, true))).size();
        }

        assertThat(answered).isBetween(1, 68);
    }

    @Test
    void underACorrectPrimaryTheVotesAgree() {
        Transcript run = Cluster.small()
                .with("auth", "MAC")
                .attacked(Meddling.losing(Meddling.ofType(SpeculativeResponse.class)
                        .or(Meddling.ofType(LocalCommit.class))))
                .run();

        assertThat(run.outcomes()).isEmpty();
        assertThat(run.messages(CheckpointVote.class)).isNotEmpty();
        assertThat(run.facts("stored-certificate")).hasSize(4);
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
    }
}
