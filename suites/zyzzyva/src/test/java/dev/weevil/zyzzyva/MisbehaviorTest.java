package dev.weevil.zyzzyva;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.proof.Contradiction;
import dev.weevil.zyzzyva.proof.HistoryChain;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proof of misbehaviour (6.7, M1 to M5; C12). */
class MisbehaviorTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final HistoryChain CHAIN = new HistoryChain(true);

    private final Bench bench = Bench.of(R2);

    private static Digest request(String name) {
        return Digest.of(Payload.utf8(name));
    }

    /** An order by its author, of requests that are only digests here. */
    private OrderRequest order(
            NodeId author, long view, long first, Digest before, String... names) {
        List<OrderedItem> items = new ArrayList<>();
        Digest history = before;
        for (String name : names) {
            history = CHAIN.next(history, request(name), Payload.EMPTY);
            items.add(new OrderedItem(history, request(name), Payload.EMPTY, Optional.empty()));
        }
        OrderRequest unsealed = new OrderRequest(view, first, items, Seal.NONE);
        return unsealed.withSeal(
                bench.keysOf(author).sign(bench.format().covered(unsealed, "seal")));
    }

    private ProofOfMisbehavior proof(OrderRequest one, OrderRequest other) {
        return new ProofOfMisbehavior(one.view(), one, other, R1, Seal.NONE);
    }

    @Test
    void oneNumberForTwoRequestsConvicts() {
        OrderRequest one = order(R0, 0, 1, Digest.ZERO, "a");
        OrderRequest other = order(R0, 0, 1, Digest.ZERO, "b");

        var effects = bench.arrive(R1, proof(one, other));

        assertThat(Bench.facts(effects, "convicted"))
                .singleElement()
                .satisfies(f -> assertThat(f.detail()).startsWith("r0 by ONE_NUMBER"));
        assertThat(Bench.facts(effects, Fact.ACCUSED)).hasSize(1);
    }

    @Test
    void oneRequestAtTwoNumbersConvicts() {
        OrderRequest one = order(R0, 0, 1, Digest.ZERO, "a");
        OrderRequest other = order(R0, 0, 2, request("some history"), "a");

        assertThat(Contradiction.between(one, other, CHAIN)).contains(Contradiction.ONE_REQUEST);
        assertThat(Bench.facts(bench.arrive(R1, proof(one, other)), "convicted"))
                .hasSize(1);
    }

    @Test
    void historiesThatDoNotFollowConvict() {
        OrderRequest one = order(R0, 0, 1, Digest.ZERO, "a");
        OrderRequest other = order(R0, 0, 2, request("some history"), "b");

        assertThat(Contradiction.between(one, other, CHAIN)).contains(Contradiction.BROKEN_CHAIN);
        assertThat(Contradiction.between(other, one, CHAIN)).contains(Contradiction.BROKEN_CHAIN);
    }

    @Test
    void aBatchCanContradictItself() {
        OrderRequest twice = order(R0, 0, 1, Digest.ZERO, "a", "b", "a");

        assertThat(Contradiction.between(twice, twice, CHAIN)).contains(Contradiction.ONE_REQUEST);
    }

    @Test
    void whatFollowsHonestlyProvesNothing() {
        OrderRequest one = order(R0, 0, 1, Digest.ZERO, "a", "b");
        OrderRequest next = order(R0, 0, 3, one.item(2).history(), "c");

        assertThat(Contradiction.between(one, next, CHAIN)).isEmpty();
        assertThat(Bench.facts(bench.arrive(R1, proof(one, next)), "convicted")).isEmpty();
    }

    @Test
    void aForgedOrderOfAnotherViewOrOfABackupProvesNothing() {
        OrderRequest honest = order(R0, 0, 1, Digest.ZERO, "a");
        List<OrderRequest> forged = List.of(
                order(R1, 0, 1, Digest.ZERO, "b"),
                order(R1, 1, 1, Digest.ZERO, "b"),
                order(R0, 0, 1, Digest.ZERO, "b").withSeal(Seal.NONE));

        for (OrderRequest other : forged) {
            assertThat(Bench.facts(bench.arrive(R1, proof(honest, other)), Fact.REFUSED))
                    .hasSize(1);
            assertThat(Bench.facts(bench.arrive(R1, proof(other, honest)), Fact.REFUSED))
                    .hasSize(1);
        }
    }

    @Test
    void aProofIsForwardedOncePerView() {
        OrderRequest one = order(R0, 0, 1, Digest.ZERO, "a");
        ProofOfMisbehavior proof = proof(one, order(R0, 0, 1, Digest.ZERO, "b"));

        assertThat(bench.arrive(R1, proof)).isNotEmpty();
        assertThat(bench.arrive(R1, proof)).isEmpty();
    }

    @Test
    void aPrimaryThatGivesOneRequestTwoNumbersIsConvictedByTheClient() {
        // r0 tells r3 that the request is number 1 with other choices than everybody else's.
        Transcript run = Cluster.small()
                .attacked(Meddling.lying(
                        R0,
                        Meddling.ofType(OrderRequest.class).and(Meddling.sentTo(NodeId.replica(3))),
                        truth -> {
                            OrderRequest told = (OrderRequest) truth;
                            OrderedItem item = told.items().get(0);
                            Payload choice = Payload.utf8("other");
                            OrderedItem lie = new OrderedItem(
                                    CHAIN.next(Digest.ZERO, item.request(), choice),
                                    item.request(),
                                    choice,
                                    item.body());
                            return new OrderRequest(
                                    told.view(), told.first(), List.of(lie), told.seal());
                        }))
                .run();

        assertThat(run.messages(ProofOfMisbehavior.class)).isNotEmpty();
        assertThat(run.facts("convicted"))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.detail()).startsWith("r0 by ONE_NUMBER"));
    }
}
