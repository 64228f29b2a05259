package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.lying;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;
import static dev.weevil.zyzzyva.Meddling.sentTo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.adversaries.process.Crash;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.workload.Request;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.StatePage;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.settings.Variant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Only 2f+1 replicas need the service; the others order, and answer with the order alone (12.2). */
class WitnessTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);

    /** The witness. */
    private static final NodeId R3 = NodeId.replica(3);

    private static Cluster oneWitness() {
        return Cluster.small().with("witnesses", 1).with("checkpointInterval", 8);
    }

    private static Predicate<Envelope> away(NodeId node) {
        return sentBy(node).or(sentTo(node));
    }

    private static Meddling cutOff(NodeId node) {
        return new Meddling(Set.of(), (powers, sent) -> {
            boolean away = sent.nanos() > 20_000_000 && sent.nanos() < 500_000_000;
            return away && away(node).test(sent.envelope())
                    ? List.of(new Act.Drop(sent.envelope(), List.of()))
                    : Meddling.pass(sent);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void witnessesAnswerWithTheOrderAndNeverExecute(String auth) {
        Transcript run = oneWitness().with("auth", auth).operations(20).run();

        assertThat(run.delays()).isEqualTo(3);
        assertThat(run.facts(Fact.COMPLETED))
                .hasSize(20)
                .allMatch(f -> f.detail().equals("4a"));
        assertThat(run.facts(Fact.ACCEPTED, R3)).hasSize(20);
        assertThat(run.facts(Fact.EXECUTED, R3)).isEmpty();
        assertThat(run.messages(SpeculativeResponse.class))
                .filteredOn(response -> response.statement().replica().equals(R3))
                .hasSize(20)
                .allMatch(response ->
                        !response.core().replies() && response.result().isEmpty());
        assertThat(run.facts("deviated")).isEmpty();
    }

    /** r1 is mute: of the three left two have the service, and that is f+1. */
    @Test
    void withAMuteExecutorTheOthersAndTheWitnessCommit() {
        Transcript run = oneWitness().operations(5).attacked(losing(sentBy(R1))).run();

        assertThat(run.facts(Fact.COMPLETED))
                .hasSize(5)
                .allMatch(f -> f.detail().equals("4b"));
    }

    @Test
    void aResultThatOnlyOneExecutorStatesIsNotBelieved() {
        List<Request> script = List.of(
                new Request("put", Optional.of("k"), "a"),
                new Request("get", Optional.of("k"), null));
        Transcript run = oneWitness()
                .operations(2)
                .asking((client, count, random) -> script.get((int) count))
                .attacked(lying(R0, ofType(SpeculativeResponse.class), WitnessTest::falseResult))
                .run();

        assertThat(run.outcomes()).containsExactly(Outcome.ok("a"), Outcome.ok("a"));
        assertThat(run.facts("deviated")).hasSize(2).allMatch(f -> f.detail().startsWith("r0"));
    }

    private static SpeculativeResponse falseResult(Message truth) {
        SpeculativeResponse told = (SpeculativeResponse) truth;
        ResponseCore core = told.core();
        Payload lie = Payload.utf8("=lie");
        ResponseCore lying = new ResponseCore(
                core.view(),
                core.sequence(),
                core.history(),
                Digest.of(lie),
                core.client(),
                core.timestamp());
        return new SpeculativeResponse(
                new Statement(
                        lying, told.statement().replica(), told.statement().seal()),
                Optional.of(lie),
                told.order(),
                told.maxCommitted(),
                told.seal());
    }

    @Test
    void aWitnessThatStatesAResultIsRefused() {
        Transcript run = oneWitness()
                .attacked(lying(R3, ofType(SpeculativeResponse.class), WitnessTest::falseResult))
                .run();

        assertThat(run.facts(Fact.REFUSED, NodeId.client(0)))
                .anyMatch(f -> f.detail().contains("a result of a witness"));
        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::detail).containsExactly("4b");
    }

    @Test
    void aSilentExecutorIsNotAskedForTheResultForEver() {
        String large = "x".repeat(200);
        Transcript run = oneWitness()
                .operations(6)
                .asking((client, count, random) -> count % 2 == 0
                        ? new Request("put", Optional.of("k"), large)
                        : new Request("get", Optional.of("k"), null))
                .attacked(losing(sentBy(R2).and(ofType(SpeculativeResponse.class))))
                .run();

        assertThat(run.outcomes()).hasSize(6);
        assertThat(run.messages(dev.weevil.zyzzyva.message.Request.class))
                .allMatch(request -> request.replier() < 3);
    }

    @Test
    void witnessesSignTheHistoryAndExecutorsTheState() {
        Transcript run = oneWitness().operations(40).run();

        assertThat(run.messages(Checkpoint.class))
                .isNotEmpty()
                .allMatch(one -> one.replica().equals(R3) == one.state().equals(Digest.ZERO));
        for (NodeId replica : List.of(R0, R1, R2, R3)) {
            assertThat(run.facts("stable", replica))
                    .extracting(Fact::sequence)
                    .contains(8L, 16L, 24L);
        }
        assertThat(run.facts("stable", R3))
                .extracting(Fact::digest)
                .isEqualTo(run.facts("stable", R0).stream().map(Fact::digest).toList());
    }

    @Test
    void aWitnessThatLiesAboutTheStateHelpsNoCheckpoint() {
        Transcript run = oneWitness()
                .operations(40)
                .attacked(new Meddling(Set.of(R3), (powers, sent) -> {
                    boolean lost = sentBy(R2).and(ofType(Checkpoint.class)).test(sent.envelope());
                    return lost
                            ? List.of(new Act.Drop(sent.envelope(), List.of()))
                            : lying(R3, ofType(Checkpoint.class), truth -> {
                                        Checkpoint told = (Checkpoint) truth;
                                        return new Checkpoint(
                                                told.view(),
                                                told.sequence(),
                                                told.history(),
                                                Digest.of(Payload.utf8("lie")),
                                                R3,
                                                Seal.NONE);
                                    })
                                    .rule()
                                    .apply(powers, sent);
                }))
                .lasting(Duration.ofSeconds(2))
                .run();

        assertThat(run.facts("stable", R0)).isEmpty();
        assertThat(run.facts("diverged")).isEmpty();
    }

    @Test
    void aWitnessThatWasCutOffTakesOverTheClientTableAlone() {
        Transcript run = oneWitness().operations(100).attacked(cutOff(R3)).run();

        assertThat(run.outcomes()).hasSize(100);
        assertThat(run.facts("transferred", R3)).isNotEmpty();
        assertThat(run.sent("StatePage"))
                .isNotEmpty()
                .allMatch(page -> page.to().node().equals(R3));
        assertThat(run.messages(StatePage.class)).allMatch(page -> page.page() == 16);
    }

    @Test
    void anExecutorThatWasCutOffAsksNoWitness() {
        Transcript run = oneWitness().operations(100).attacked(cutOff(R2)).run();

        assertThat(run.outcomes()).hasSize(100);
        assertThat(run.facts("transferred", R2)).isNotEmpty();
        assertThat(run.sent("StateFetch"))
                .isNotEmpty()
                .noneMatch(fetch -> fetch.to().node().equals(R3));
        assertThat(run.facts("stable", R2))
                .last()
                .satisfies(f -> assertThat(f.digest())
                        .isEqualTo(run.facts("stable", R1)
                                .get(run.facts("stable", R1).size() - 1)
                                .digest()));
    }

    /** c2 hears nothing for a while, and asks again for what r3 knows from its disk alone. */
    @Test
    void aWitnessThatRestartsFromItsDiskStatesNoResults() {
        NodeId c2 = NodeId.client(2);
        Meddling deaf = new Meddling(
                Set.of(),
                (powers, sent) -> sent.nanos() < 400_000_000 && sentTo(c2).test(sent.envelope())
                        ? List.of(new Act.Drop(
                                sent.envelope(), List.of(new Touch("test", Touch.Kind.DROPPED))))
                        : Meddling.pass(sent));
        Transcript run = oneWitness()
                .with("durable", true)
                .operations(60)
                .attacked(deaf.then(
                        Crash.andRestart(R3, Duration.ofMillis(30)).when(When.completed(30))))
                .busy(3, 4)
                .run();

        assertThat(run.facts("restored", R3)).isNotEmpty();
        assertThat(run.outcomes()).hasSize(60);
        assertThat(run.facts(Fact.REFUSED, c2)).isEmpty();
        assertThat(run.sent("SpeculativeResponse"))
                .filteredOn(e -> e.from().node().equals(R3) && e.to().node().equals(c2))
                .hasSizeGreaterThan(run.facts(Fact.COMPLETED, c2).size());
        assertThat(run.messages(SpeculativeResponse.class))
                .filteredOn(response -> response.statement().replica().equals(R3))
                .noneMatch(response -> response.core().replies());
    }

    @Test
    void readsNeedTheResultOfFPlusOneExecutors() {
        Transcript run = oneWitness()
                .with("readOnly", true)
                .operations(2)
                .asking((client, count, random) -> count == 0
                        ? new Request("put", Optional.of("k"), "a")
                        : new Request("get", Optional.of("k"), null))
                .attacked(lying(R0, ofType(SpeculativeResponse.class), WitnessTest::falseResult))
                .run();

        assertThat(run.outcomes()).containsExactly(Outcome.ok("a"), Outcome.ok("a"));
        assertThat(run.facts("read-at")).hasSize(1);
    }

    /** Nobody hears the orders of the first three primaries; the fourth is the witness. */
    @Test
    void aWitnessCanBePrimary() {
        Transcript run = oneWitness()
                .operations(4)
                .attacked(losing(ofType(OrderRequest.class).and(e -> e.label().view() < 3)))
                .run();

        assertThat(run.facts(Fact.COMPLETED)).hasSize(4).allMatch(f -> f.view() == 3);
    }

    @Test
    void faultsOfTheNetworkNeverSplitTheHistoryOrTheState() {
        for (long seed = 1; seed <= 10; seed++) {
            Transcript run = oneWitness()
                    .operations(60)
                    .attacked(new Meddling(Set.of(), (powers, sent) -> {
                        boolean stormy = sent.nanos() < 3_500_000_000L;
                        boolean isolated = sent.nanos() / 1_000_000_000L % 4
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
            assertThat(run.facts("diverged")).as("seed %s", seed).isEmpty();
            ViewChangeTest.assertOneHistory(run);
        }
    }

    @Test
    void threeExecutorsOfSixAreEnoughForZyzzyva5() {
        Transcript run = oneWitness()
                .with("variant", Variant.ZYZZYVA5)
                .with("witnesses", 3)
                .operations(20)
                .attacked(losing(sentBy(R2)))
                .run();

        assertThat(run.delays()).isEqualTo(3);
        assertThat(run.facts(Fact.COMPLETED)).hasSize(20);
        assertThat(run.facts(Fact.EXECUTED)).hasSize(60);
    }
}
