package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.delaying;
import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.zyzzyva.message.OrderRequest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/** Primaries that do less than others did are replaced, if the cluster is asked to (15.2). */
class RotationTest {

    private static final NodeId R0 = NodeId.replica(0);

    private static Cluster loaded(int periodMillis) {
        return new Cluster(
                1,
                3,
                100_000,
                Settings.NONE.with("rotate", periodMillis),
                Scheme.SYMBOLIC,
                new KeyValueMix(2),
                Attack.none(),
                Latency.exactly(Cluster.DELAY),
                Duration.ZERO,
                Duration.ofSeconds(3),
                1);
    }

    /** It orders everything, and everything late, but never so late that a timer expires. */
    private static Meddling slow(NodeId primary) {
        return delaying(Duration.ofMillis(100), sentBy(primary).and(ofType(OrderRequest.class)));
    }

    @Test
    void aSlowPrimaryStaysForEverWhereNobodyJudgesIt() {
        Transcript run = loaded(0).attacked(slow(R0)).run();

        assertThat(run.facts("entered")).isEmpty();
        assertThat(run.facts(Fact.COMPLETED)).isNotEmpty();
    }

    @Test
    void aSlowPrimaryIsReplacedAndTheOthersDoManyTimesItsWork() {
        Transcript slow = loaded(0).attacked(slow(R0)).run();
        Transcript judged = loaded(50).attacked(slow(R0)).run();

        assertThat(judged.facts("entered")).isNotEmpty();
        assertThat(judged.facts(Fact.ACCUSED)).allMatch(f -> f.detail().contains("requests/s"));
        assertThat(judged.facts(Fact.COMPLETED))
                .hasSizeGreaterThan(5 * slow.facts(Fact.COMPLETED).size());
        ViewChangeTest.assertOneHistory(judged);
    }

    /** r0 falls silent early on; r1, who is next, is as slow as it can be without a timer expiring. */
    @Test
    void aSlowPrimaryThatFollowsAFasterOneIsReplacedThoughItIsSteady() {
        NodeId r1 = NodeId.replica(1);
        Predicate<Envelope> orders = ofType(OrderRequest.class);
        Predicate<Envelope> silence =
                orders.and(e -> e.label().view() == 0 && e.label().sequence() > 400);
        Meddling both = new Meddling(
                Set.of(),
                (powers, sent) -> silence.test(sent.envelope())
                        ? losing(silence).rule().apply(powers, sent)
                        : slow(r1).rule().apply(powers, sent));
        Transcript run = loaded(200).attacked(both).run();

        assertThat(run.facts(Fact.ACCUSED))
                .anyMatch(f -> f.view() == 1 && f.detail().matches("r1: .* requests/s.*"));
        assertThat(run.facts("entered")).anyMatch(f -> f.view() == 2);
    }

    @Test
    void aSteadyPrimaryIsReplacedInItsTurn() {
        Transcript run = loaded(50).run();

        assertThat(run.facts("entered")).extracting(Fact::view).contains(1L, 2L, 3L);
        ViewChangeTest.assertOneHistory(run);
    }

    @Test
    void nobodyIsToBlameWhereNothingIsAskedFor() {
        Transcript run = new Cluster(
                        1,
                        1,
                        5,
                        Settings.NONE.with("rotate", 50),
                        Scheme.SYMBOLIC,
                        new KeyValueMix(2),
                        Attack.none(),
                        Latency.exactly(Cluster.DELAY),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20),
                        1)
                .run();

        assertThat(run.outcomes()).hasSize(5);
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
    }
}
