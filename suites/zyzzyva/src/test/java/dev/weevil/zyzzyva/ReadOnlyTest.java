package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.lying;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.workload.Generator;
import dev.weevil.engine.workload.Request;
import dev.weevil.zyzzyva.message.IHateThePrimary;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.service.Operations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads answered from the present state, and ordered only where that fails (12.5). */
class ReadOnlyTest {

    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);

    private static final Generator PUT_THEN_GET = (client, count, random) -> count % 2 == 0
            ? new Request("put", Optional.of("k"), "v" + count)
            : new Request("get", Optional.of("k"), null);

    /** No order belongs to it. */
    private static final Predicate<Envelope> ANSWER_TO_A_READ = ofType(SpeculativeResponse.class)
            .and(envelope -> ((SpeculativeResponse) envelope.frame().message().orElseThrow())
                    .order()
                    .isEmpty());

    private static Cluster reading() {
        return Cluster.small().with("readOnly", true).asking(PUT_THEN_GET);
    }

    private static List<String> reads(Transcript run) {
        return run.facts("read-at").stream().map(Fact::detail).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void aReadTakesTwoDelaysAndNoNumber(String auth) {
        Transcript run = reading().with("auth", auth).operations(4).run();

        assertThat(run.outcomes())
                .containsExactly(
                        Outcome.ok("v0"), Outcome.ok("v0"), Outcome.ok("v2"), Outcome.ok("v2"));
        assertThat(reads(run)).containsExactly("12.5a", "12.5a");
        assertThat(run.took().get(1)).isEqualTo(Cluster.DELAY.multipliedBy(2));
        assertThat(run.facts(Fact.EXECUTED)).extracting(Fact::sequence).containsOnly(1L, 2L);
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void whatHasNeverBeenWrittenCanBeReadBeforeAnythingHasANumber() {
        Transcript run = reading()
                .asking((client, count, random) -> new Request("get", Optional.of("k"), null))
                .run();

        assertThat(run.outcomes()).containsExactly(Outcome.ok(null));
        assertThat(run.facts("read-at")).extracting(Fact::sequence).containsExactly(0L);
    }

    @Test
    void aWitnessVouchesForTheHistoryThatWasRead() {
        Transcript run = reading().with("witnesses", 1).operations(4).run();

        assertThat(run.outcomes()).contains(Outcome.ok("v0"), Outcome.ok("v2"));
        assertThat(reads(run)).containsExactly("12.5a", "12.5a");
    }

    @Test
    void threeAnswersThatAreCommittedSuffice() {
        Transcript run = reading().operations(6).attacked(losing(sentBy(R3))).run();

        assertThat(reads(run)).containsExactly("12.5b", "12.5b", "12.5b");
        assertThat(run.took().get(1)).isEqualTo(Cluster.DELAY.multipliedBy(2));
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void threeAnswersThatAreNotCommittedDoNot() {
        // Nothing was ever committed: R3 is silent only when it is asked to read.
        Transcript run = reading()
                .operations(2)
                .attacked(losing(sentBy(R3).and(ANSWER_TO_A_READ)))
                .run();

        assertThat(reads(run)).isEmpty();
        assertThat(run.outcomes()).containsExactly(Outcome.ok("v0"), Outcome.ok("v0"));
        assertThat(run.took().get(1)).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void anOrderedRetryHasANewTimestampAndANumber() {
        Transcript run = reading()
                .operations(2)
                .attacked(lying(R3, ANSWER_TO_A_READ, ReadOnlyTest::elsewhere))
                .run();

        List<dev.weevil.zyzzyva.message.Request> requests =
                run.messages(dev.weevil.zyzzyva.message.Request.class);
        assertThat(requests)
                .filteredOn(dev.weevil.zyzzyva.message.Request::readOnly)
                .allMatch(request -> request.timestamp() == 2);
        assertThat(requests)
                .filteredOn(request -> !request.readOnly())
                .anyMatch(request -> request.timestamp() == 3);
        assertThat(run.facts(Fact.EXECUTED, R1))
                .extracting(Fact::detail)
                .containsExactly("c0/1", "c0/3");
        // Nobody was left to wait for: the order was asked for at once.
        assertThat(run.took().get(1)).isLessThan(Duration.ofMillis(20));
    }

    private static Message elsewhere(Message truth) {
        SpeculativeResponse told = (SpeculativeResponse) truth;
        ResponseCore core = told.core();
        ResponseCore lie = new ResponseCore(
                core.view(),
                core.sequence() + 1,
                core.history(),
                core.reply(),
                core.client(),
                core.timestamp());
        return new SpeculativeResponse(
                new Statement(lie, R3, told.statement().seal()),
                told.result(),
                told.order(),
                told.maxCommitted(),
                told.seal());
    }

    @Test
    void whatWouldChangeTheStateIsRefusedByTheService() {
        Bench bench = Bench.of(R1, Settings.NONE.with("readOnly", true));
        Payload put = Operations.encode(new Invocation(1, "put", Optional.of("k"), "v"));

        List<Effect> effects = bench.arrive(C0, sealed(bench, put, 1));

        assertThat(answers(effects))
                .hasSize(1)
                .allMatch(answer -> answer.sequence() == 0)
                .allMatch(answer -> Operations.outcome(
                                new Invocation(1, "put", Optional.of("k"), "v"),
                                answer.result().orElseThrow())
                        .value()
                        .equals("v"));
        assertThat(Bench.facts(effects, Fact.EXECUTED)).isEmpty();
        assertThat(answers(bench.arrive(C0, sealed(bench, get(), 2))))
                .extracting(answer -> Operations.outcome(
                        new Invocation(2, "get", Optional.of("k"), null),
                        answer.result().orElseThrow()))
                .containsExactly(Outcome.ok(null));
    }

    @Test
    void aReadThatComesTwiceIsAnsweredOnce() {
        Bench bench = Bench.of(R1, Settings.NONE.with("readOnly", true));

        assertThat(answers(bench.arrive(C0, sealed(bench, get(), 2)))).hasSize(1);
        assertThat(answers(bench.arrive(C0, sealed(bench, get(), 2)))).isEmpty();
        assertThat(answers(bench.arrive(C0, sealed(bench, get(), 1)))).isEmpty();
    }

    @Test
    void unlessItIsSetReadsAreOrdered() {
        Transcript run = reading().with("readOnly", false).operations(4).run();

        assertThat(reads(run)).isEmpty();
        assertThat(run.messages(OrderRequest.class)).hasSize(3 * 4);
    }

    @Test
    void betweenViewsNobodyAnswersARead() {
        Bench bench = Bench.of(R1, Settings.NONE.with("readOnly", true));
        for (NodeId accuser : List.of(NodeId.replica(2), R3)) {
            var unsealed = new IHateThePrimary(0, accuser, Seal.NONE);
            bench.arrive(
                    accuser,
                    unsealed.withSeal(
                            bench.keysOf(accuser).sign(bench.format().covered(unsealed, "seal"))));
        }

        assertThat(answers(bench.arrive(C0, sealed(bench, get(), 1)))).isEmpty();
    }

    @Test
    void readsAmongWritesLossAndViewChangesAreLinearizable() {
        int fast = 0;
        for (long seed = 1; seed <= 16; seed++) {
            Transcript run = reading()
                    .with("commitOpt", seed % 2 == 0)
                    .with("checkpointInterval", 8)
                    .operations(80)
                    .lasting(Duration.ofSeconds(60))
                    .attacked(lossyAndLeaderless())
                    .busy(4, seed)
                    .run();

            assertThat(run.outcomes()).as("seed %s", seed).hasSize(80);
            assertThat(run.facts("entered")).as("seed %s", seed).isNotEmpty();
            assertThat(run.broken()).as("seed %s", seed).isEmpty();
            fast += reads(run).size();
        }
        assertThat(fast).isGreaterThan(16);
    }

    private static Meddling lossyAndLeaderless() {
        return new Meddling(Set.of(), (powers, sent) -> {
            boolean lost = powers.decision("loss", sent.envelope()).unit() < 0.1
                    || (sentBy(NodeId.replica(0)).test(sent.envelope())
                            && sent.envelope().label().view() == 0
                            && sent.envelope().label().sequence() > 20);
            return lost
                    ? List.of(new Act.Drop(
                            sent.envelope(), List.of(new Touch("test", Touch.Kind.DROPPED))))
                    : Meddling.pass(sent);
        });
    }

    private static Payload get() {
        return Operations.encode(new Invocation(1, "get", Optional.of("k"), null));
    }

    private static dev.weevil.zyzzyva.message.Request sealed(
            Bench bench, Payload operation, long timestamp) {
        var unsealed = new dev.weevil.zyzzyva.message.Request(
                operation, timestamp, C0, true, false, false, -1, Seal.NONE);
        return unsealed.withSeal(bench.keysOf(C0).sign(bench.format().covered(unsealed, "seal")));
    }

    private static List<SpeculativeResponse> answers(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).message())
                .filter(SpeculativeResponse.class::isInstance)
                .map(SpeculativeResponse.class::cast)
                .toList();
    }
}
