package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.first;
import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;
import static dev.weevil.zyzzyva.Meddling.sentTo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.workload.Request;
import dev.weevil.zyzzyva.message.FillHole;
import dev.weevil.zyzzyva.message.OrderRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.function.Predicate;

/** Missing sequence numbers and missing bodies (6.4, F1 to F9; A2). */
class MissingOrdersTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R2 = NodeId.replica(2);

    private static Predicate<Envelope> orderOf(long number) {
        return ofType(OrderRequest.class).and(e -> e.label().sequence() == number);
    }

    @Test
    void aHoleIsFilledByThePrimaryWithoutAnAccusation() {
        Transcript run = Cluster.small()
                .operations(10)
                .attacked(losing(orderOf(5).and(sentTo(R2)).and(first())))
                .run();

        assertThat(run.messages(FillHole.class))
                .isNotEmpty()
                .allSatisfy(hole -> assertThat(hole.from()).isEqualTo(5));
        assertThat(run.facts(Fact.EXECUTED, R2)).hasSize(10);
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void whatThePrimaryWithholdsTheOthersFill(String auth) {
        Transcript run = Cluster.small()
                .with("auth", auth)
                .operations(10)
                .attacked(losing(orderOf(5).and(sentTo(R2)).and(sentBy(R0))))
                .run();

        assertThat(run.outcomes()).hasSize(10);
        assertThat(run.facts(Fact.EXECUTED, R2)).hasSize(10);
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
    }

    @Test
    void aHoleThatNobodyFillsIsThePrimarysFaultAtTheSecondExpiry() {
        Transcript run = Cluster.small()
                .operations(40)
                .attacked(losing(orderOf(5).and(sentTo(R2))))
                .run();

        assertThat(run.facts(Fact.ACCUSED, R2))
                .isNotEmpty()
                .first()
                .satisfies(fact -> assertThat(fact.detail()).contains("number 5 stays missing"));
        assertThat(run.outcomes()).hasSize(40);
    }

    @Test
    void theLastOrderLostIsRepairedByTheClientsRetransmission() {
        Transcript run = Cluster.small()
                .attacked(losing(
                        ofType(OrderRequest.class).and(first()).and(sentTo(R0).negate())))
                .run();

        assertThat(run.outcomes()).hasSize(1);
        assertThat(run.sent("ConfirmRequest")).isNotEmpty();
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
    }

    @Test
    void aBigRequestGoesToEverybodyAndItsOrderWithoutIt() {
        Transcript run = Cluster.small()
                .with("bigRequest", 100)
                .asking((client, count, random) ->
                        new Request("put", Optional.of("k"), "x".repeat(500)))
                .run();

        assertThat(run.sent("Request")).hasSize(4);
        assertThat(run.messages(OrderRequest.class))
                .isNotEmpty()
                .allMatch(order -> order.items().get(0).body().isEmpty());
        assertThat(run.outcomes()).hasSize(1);
    }

    @Test
    void aBodyThatTheClientsMulticastLostIsFetched() {
        Transcript run = Cluster.small()
                .with("bigRequest", 100)
                .asking((client, count, random) ->
                        new Request("put", Optional.of("k"), "x".repeat(500)))
                .attacked(losing(sentTo(R2).and(e -> e.label().type().equals("Request"))))
                .run();

        assertThat(run.sent("FetchBody")).hasSize(1);
        assertThat(run.facts(Fact.EXECUTED, R2)).hasSize(1);
        assertThat(run.outcomes()).hasSize(1);
    }
}
