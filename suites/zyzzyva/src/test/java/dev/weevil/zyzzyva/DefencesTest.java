package dev.weevil.zyzzyva;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.zyzzyva.message.FillHole;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Against clients and replicas that waste others' time (15.1 to 15.5). */
class DefencesTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);

    /** T_FILL: after so long everybody has a new share. */
    private static final Duration PERIOD = Duration.ofMillis(100);

    private static Cluster macs(boolean defences) {
        return Cluster.small()
                .with("auth", "MAC")
                .with("defences", defences)
                .operations(60)
                .busy(3, 7);
    }

    /** The client's MACs are good for all but these, and it never signs. */
    private static Meddling badFor(Set<NodeId> victims) {
        return new Meddling(Set.of(C0), (powers, sent) -> {
            boolean fromLiar = sent.envelope().from().node().equals(C0);
            var message = sent.envelope().frame().message();
            if (!fromLiar || !(message.orElse(null) instanceof Request request)) {
                return Meddling.pass(sent);
            }
            var format = sent.envelope().frame().format().orElseThrow();
            Keyring keys = powers.keysOf(C0);
            Seal.Macs all = (Seal.Macs)
                    keys.authenticate(format.covered(request, "seal"), powers.replicas());
            TreeMap<NodeId, Payload> some = new TreeMap<>(all.values());
            some.keySet().removeAll(victims);
            Message lie = request.withSeal(new Seal.Macs(some));
            var altered = sent.envelope().with(Frame.of(lie, format));
            return List.of(new Act.Deliver(
                    altered, Duration.ZERO, List.of(new Touch("test", Touch.Kind.ALTERED))));
        });
    }

    private static List<Fact> completedBy(Transcript run, NodeId client) {
        return run.facts(Fact.COMPLETED, client);
    }

    @Test
    void aVectorThatTwoBackupsCannotVerifyIsVouchedForAndItsClientMustSign() {
        Transcript run = macs(true).attacked(badFor(Set.of(R2, R3))).run();

        assertThat(run.sent("Doubt")).isNotEmpty();
        assertThat(run.facts("suspected", R0)).anyMatch(f -> f.detail().startsWith("c0 must sign"));
        assertThat(run.facts(Fact.REFUSED, R0))
                .anyMatch(f -> f.detail().endsWith("c0 must sign for now"));
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
        assertThat(completedBy(run, C1)).hasSizeGreaterThan(15);
    }

    @Test
    void withoutDefencesTheSameVectorCostsACorrectPrimaryItsView() {
        Transcript run = macs(false).attacked(badFor(Set.of(R2, R3))).run();

        assertThat(run.sent("Doubt")).isEmpty();
        assertThat(run.facts(Fact.ACCUSED)).isNotEmpty();
        assertThat(run.facts("entered")).isNotEmpty();
    }

    @Test
    void aVectorThatOnlyThePrimaryCanVerifyCostsOneViewAndNoMore() {
        Transcript run = macs(true).attacked(badFor(Set.of(R1, R2, R3))).run();

        assertThat(run.facts("entered")).isNotEmpty().allMatch(f -> f.view() == 1);
        assertThat(completedBy(run, C1)).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aVectorThatThePrimaryCannotVerifyAccusesItOnlyWithoutDefences(boolean defences) {
        Transcript run = macs(defences)
                .attacked(badFor(Set.of(R0)))
                .lasting(Duration.ofSeconds(5))
                .run();

        assertThat(run.sent("ConfirmRequest")).isNotEmpty();
        assertThat(run.facts(Fact.ACCUSED).isEmpty()).isEqualTo(defences);
    }

    private static Request request(Bench bench, NodeId client, long timestamp) {
        Request unsealed = new Request(
                Payload.utf8("no operation"), timestamp, client, false, false, false, 0, Seal.NONE);
        return unsealed.withSeal(
                bench.keysOf(client).sign(bench.format().covered(unsealed, "seal")));
    }

    private static long sends(List<Effect> effects, Class<? extends Message> type) {
        return effects.stream()
                .filter(effect ->
                        effect instanceof Effect.Send send && type.isInstance(send.message()))
                .count();
    }

    private static long after(Bench bench, Timer timer, long nanos) {
        return sends(bench.feed(new Event.TimerFired(nanos, timer)), OrderRequest.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAThousandOpenRequestsOfOneClientOneWaits(boolean defences) {
        Bench bench = Bench.of(R0, Settings.NONE.with("defences", defences));
        long ordered = 0;
        for (int t = 1; t <= 1000; t++) {
            ordered += sends(bench.arriveAtOnce(C0, request(bench, C0, t)), OrderRequest.class);
        }
        assertThat(ordered).isEqualTo(defences ? 1 : 256);
        assertThat(sends(bench.arriveAtOnce(C1, request(bench, C1, 1)), OrderRequest.class))
                .isEqualTo(defences ? 1 : 0);
        assertThat(after(bench, Timer.named("T_BATCH"), 3_000_000)).isZero();
    }

    @Test
    void repeatedRequestsAreAnsweredUpToAShareAndAgainInTheNextPeriod() {
        Bench bench = Bench.of(R0);
        Request old = request(bench, C0, 1);
        bench.arrive(C0, old);
        int answers = 0;
        for (int i = 0; i < 1000; i++) {
            answers += (int) sends(bench.arriveAtOnce(C0, old), SpeculativeResponse.class);
        }
        assertThat(answers).isEqualTo(16);
        assertThat(sends(bench.later(PERIOD).arrive(C0, old), SpeculativeResponse.class))
                .isEqualTo(1);
    }

    /** r3 is mute, so that every request needs signed answers: a repetition each. */
    @Test
    void aClientThatMustCommitEachTimeIsNoFlood() {
        Transcript run = new Cluster(
                        1,
                        1,
                        200,
                        Settings.NONE.with("auth", "MAC").with("tCommit", 1),
                        Scheme.SYMBOLIC,
                        new KeyValueMix(2),
                        Meddling.losing(Meddling.sentBy(R3)),
                        Latency.exactly(Duration.ofNanos(100_000)),
                        Duration.ZERO,
                        Duration.ofSeconds(20),
                        1)
                .run();

        assertThat(run.facts("limited")).isEmpty();
        assertThat(run.facts(Fact.COMPLETED)).hasSize(200);
        assertThat(run.took()).allMatch(took -> took.toMillis() <= 2);
    }

    @Test
    void floodsAreNamedOncePerPeriod() {
        Bench bench = Bench.of(R0);
        int named = 0;
        for (int i = 0; i < 100; i++) {
            named += Bench.facts(bench.arriveAtOnce(C0, request(bench, C0, 1)), "limited")
                    .size();
        }
        assertThat(named).isEqualTo(1);
    }

    @Test
    void afterManyBadSealsANameIsNotListenedToForAPeriod() {
        Bench bench = Bench.of(R0);
        Request bad = request(bench, C0, 1).withSeal(new Seal.Signature(Payload.utf8("bad")));
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            refused += Bench.facts(bench.arriveAtOnce(C0, bad), Fact.REFUSED).size();
        }
        assertThat(refused).isEqualTo(33);
        assertThat(bench.arriveAtOnce(C0, request(bench, C0, 1))).isEmpty();
        assertThat(sends(bench.arriveAtOnce(C1, request(bench, C1, 1)), OrderRequest.class))
                .isEqualTo(1);
        assertThat(sends(bench.later(PERIOD).arrive(C0, request(bench, C0, 1)), OrderRequest.class))
                .isEqualTo(1);
    }

    @Test
    void aReplicaThatKeepsAskingIsAnsweredUpToAShare() {
        Bench bench = Bench.of(R1);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            FillHole hole = new FillHole(5, 1, 2, R2, Seal.NONE); // of a view that is not there
            refused += Bench.facts(bench.arriveAtOnce(R2, hole), Fact.REFUSED).size();
        }
        assertThat(refused).isEqualTo(68); // 64, and two for each of two clients
    }
}
