package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.sentBy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.workload.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/** Orders for those alone whose answers are needed: 4f+1 of 5f+1 (12.7). */
class PreferredQuorumTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId SPARE = NodeId.replica(5);

    private static Cluster preferring() {
        return Cluster.small().with("variant", "ZYZZYVA5").with("preferredQuorums", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void theSpareReplicaHearsOfNoOrderAndNobodyMissesIt(String auth) {
        Transcript run = preferring()
                .with("auth", auth)
                .with("tStatus", 0)
                .operations(20)
                .run();

        assertThat(run.facts(Fact.COMPLETED))
                .hasSize(20)
                .allMatch(fact -> fact.detail().equals("4a"));
        assertThat(run.took()).allMatch(Cluster.DELAY.multipliedBy(3)::equals);
        assertThat(run.sent("OrderRequest")).hasSize(4 * 20);
        assertThat(run.facts(Fact.EXECUTED, SPARE)).isEmpty();
        assertThat(run.facts(Fact.REFUSED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void theSpareReplicaFollowsByItsStatus(String auth) {
        Transcript run = preferring()
                .with("auth", auth)
                .with("checkpointInterval", 16)
                .operations(300)
                .run();

        assertThat(run.facts(Fact.STABLE, SPARE)).isNotEmpty();
        assertThat(run.facts(Fact.REFUSED, SPARE))
                .extracting(Fact::detail)
                .noneMatch(detail -> detail.contains("not proven"));
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
        assertThat(run.broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void whenAPreferredReplicaIsSilentTheSpareStepsInForTheRestOfTheView(String auth) {
        Transcript run = preferring()
                .with("auth", auth)
                .operations(10)
                .attacked(losing(sentBy(R2)))
                .run();

        assertThat(run.outcomes()).hasSize(10);
        assertThat(run.took().get(0)).isGreaterThan(java.time.Duration.ofMillis(150));
        assertThat(run.took().subList(1, 10)).allMatch(Cluster.DELAY.multipliedBy(3)::equals);
        assertThat(run.facts("entered")).isEmpty();
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void theNextPrimaryPrefersOthers() {
        Transcript run = preferring().operations(5).attacked(losing(sentBy(R0))).run();

        assertThat(run.facts(Fact.COMPLETED)).hasSize(5).allMatch(fact -> fact.view() == 1);
        assertThat(run.took().get(4)).isEqualTo(Cluster.DELAY.multipliedBy(3));
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void largeResultsAreAskedOfWhoeverHasThem() {
        String large = "x".repeat(200);
        Transcript run = preferring()
                .with("tStatus", 0)
                .operations(13)
                .asking((client, count, random) -> count == 0
                        ? new Request("put", Optional.of("k"), large)
                        : new Request("get", Optional.of("k"), null))
                .run();

        assertThat(run.outcomes()).hasSize(13).allMatch(Outcome.ok(large)::equals);
        assertThat(run.took()).allMatch(Cluster.DELAY.multipliedBy(3)::equals);
    }

    @Test
    void whereEverybodyIsNeededNobodyCanBePreferred() {
        assertThatThrownBy(() -> Cluster.small().with("preferredQuorums", true).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ZYZZYVA5");
    }
}
