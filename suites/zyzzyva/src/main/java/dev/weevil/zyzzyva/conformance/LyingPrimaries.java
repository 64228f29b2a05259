package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.View;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.run.Violations;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.proof.Contradiction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Section 17.4: primaries that say what they should not, scenarios 35 to 40. */
final class LyingPrimaries {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);
    private static final Scope ORDERS = Messages.of(OrderRequest.class);

    private LyingPrimaries() {}

    static List<Trial> trials() {
        return List.of(
                oneRequestAtTwoNumbers()
                        .expecting(convicted(Contradiction.ONE_REQUEST).between(2, 3)),
                oneRequestAtTwoNumbers()
                        .variant("mac")
                        .with("auth", "MAC")
                        .expecting(Count.told("convicted").saying("r0 by").between(2, 3)),
                ordersThatConvinceOneEach(),
                twoRequestsAtOneNumber(),
                wrongHistory(2).expecting(convicted(Contradiction.BROKEN_CHAIN).between(1, 3)),
                wrongHistory(1)
                        .variant("first-order")
                        .expecting(Count.told("convicted").none()),
                differentChoices(),
                differentChoices().variant("mac").with("auth", "MAC"),
                differentChoicesOutsideTheChain(),
                differentChoicesThatNobodySees(),
                forgedRequest(),
                repeatedRequest());
    }

    private static Tellings convicted(Contradiction kind) {
        return Count.told("convicted").saying("r0 by " + kind);
    }

    /** Two clients put once each, at the same time; each request is an order of its own. */
    private static Trial twoPuts(int number, String claim) {
        return Trial.of(number, claim)
                .with("batch", 1)
                .asking(List.of(List.of(Ask.put("x", "a")), List.of(Ask.put("x", "b"))))
                .inStep();
    }

    private static Rule swapped() {
        return Retold.by(R0)
                .towards(
                        Set.of(R3),
                        "swapped-orders",
                        "swaps two requests in messages",
                        (ordered, format) -> ordered.size() == 2
                                ? List.of(ordered.get(1), ordered.get(0))
                                : List.of());
    }

    private static Trial oneRequestAtTwoNumbers() {
        return twoPuts(
                        35,
                        "A primary that gives a request one number at two backups and another at"
                                + " the third is convicted by what its client was answered, and the requests"
                                + " are done in view 1 (C12, M1 kind 2, M3).")
                // Its own answers would let the requests complete in view 0.
                .attackedBy(swapped().then(withoutAnswers()))
                .expecting(
                        Count.sent(ProofOfMisbehavior.class)
                                .from(C0)
                                .where(
                                        "of one request at two numbers",
                                        ProofOfMisbehavior.class,
                                        LyingPrimaries::isOfOneRequest)
                                .atLeast(3),
                        Count.told(Fact.COMPLETED).inView(0).none(),
                        Count.told(Fact.COMPLETED).inView(1).exactly(2),
                        Count.view().exactly(1));
    }

    /** What contradicts itself proves nothing, since nobody can check both halves. */
    private static Trial ordersThatConvinceOneEach() {
        return twoPuts(
                        35,
                        "Where contradicting orders prove nothing, since each convinces its receiver"
                                + " alone, the replicas find in their own votes that nothing is agreed on,"
                                + " and the requests are done in view 1 (M6).")
                .variant("mac-each-alone")
                .with("auth", "MAC")
                .attackedBy(swapped()
                        .then(SplitMacs.of(R0))
                        .then(withoutAnswers())
                        .then(Silence.withholding(R0, Messages.of(CheckpointVote.class))
                                .named("withholding-votes")))
                .expecting(
                        Count.told("convicted").none(),
                        Count.told(Fact.ACCUSED).saying("not agreed on in time").atLeast(2),
                        Count.told(Fact.COMPLETED).inView(0).none(),
                        Count.told(Fact.COMPLETED).inView(1).exactly(2));
    }

    /** The primary answers no client in view 0: what it says of itself differs from its orders. */
    private static Rule withoutAnswers() {
        return Silence.withholding(R0, Messages.of(SpeculativeResponse.class).and(View.of(0)))
                .named("withholding-answers");
    }

    private static boolean isOfOneRequest(ProofOfMisbehavior proof) {
        OrderRequest other = proof.second();
        for (long n = proof.first().first(); n <= proof.first().last(); n++) {
            for (long m = other.first(); m <= other.last(); m++) {
                if (n != m
                        && proof.first().item(n).request().equals(other.item(m).request())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Trial twoRequestsAtOneNumber() {
        Attack otherFirst = Retold.by(R0)
                .towards(
                        Set.of(R1),
                        "other-first",
                        "orders the second request as the first in messages",
                        (ordered, format) ->
                                ordered.size() == 2 ? List.of(ordered.get(1)) : List.of());
        return twoPuts(
                        36,
                        "Of two requests that a primary orders as number 1 only one completes"
                                + " there: its COMMIT shows the backup with the other that it was misled"
                                + " (K5).")
                .attackedBy(otherFirst.then(Silence.withholding(
                                R0,
                                ORDERS.and(Sequence.of(2)).and(Link.to(R2, R3)).and(View.of(0)))
                        .then(withoutAnswers().on(Link.to(C1)))))
                .expecting(
                        Count.historiesAt(1).atLeast(2),
                        Count.sent(Commit.class).from(C0).to(R1).atLeast(1),
                        Count.told(Fact.ACCUSED)
                                .by(R1)
                                .saying("certificate contradicts our history at 1")
                                .exactly(1),
                        Count.told(Fact.COMPLETED).at(1).exactly(1),
                        Count.told(Fact.ROLLED_BACK).by(R1).exactly(1),
                        Count.completed().exactly(2),
                        Count.view().exactly(1));
    }

    private static Trial wrongHistory(long from) {
        return Trial.of(
                        37,
                        "An order whose history does not follow is refused by everybody, and its"
                                + " primary accused; with the order before it, it is a proof (A5, M1 kind"
                                + " 3).")
                .asking(1, 4, (client, count, random) -> Ask.put("x", "v" + count))
                .inStep()
                .attackedBy(WrongHistories.by(R0).on(Sequence.from(from)).during(View.of(0)))
                .expecting(
                        refused("does not follow ours").by(R1).atLeast(1),
                        refused("does not follow ours").by(R2).atLeast(1),
                        refused("does not follow ours").by(R3).atLeast(1),
                        Count.told(Fact.ACCUSED).inView(0).between(2, 3),
                        Count.told(Fact.EXECUTED).inView(0).exactly(3 * (from - 1)),
                        Count.completed().exactly(4),
                        Count.view().exactly(1));
    }

    private static Tellings refused(String why) {
        return Count.told(Fact.REFUSED).saying(why);
    }

    private static Trial stamps(String claim) {
        return Trial.of(38, claim)
                .with("batch", 1)
                .with("checkpointInterval", 4)
                .asking(
                        1,
                        12,
                        (client, count, random) -> new dev.weevil.engine.workload.Request(
                                "stamp", Optional.of("k"), null))
                .inStep()
                // The checker's model has no clock.
                .sparing("i2-linearizability");
    }

    /** Every backup hears a time of its own. */
    private static OrderedItem stamped(OrderedItem item, String by) {
        byte[] choice = item.nondeterminism().toByteArray();
        choice[choice.length - 1] ^= (byte) by.length();
        return new OrderedItem(item.history(), item.request(), Payload.wrap(choice), item.body());
    }

    private static Attack ownTime(Retold retold, NodeId backup, String by) {
        return retold.towards(
                Set.of(backup),
                "own-time-" + backup,
                "tells another time in messages",
                (ordered, format) -> List.of(stamped(ordered.get(ordered.size() - 1), by)));
    }

    private static Trial differentChoices() {
        Retold primary = Retold.by(R0);
        return stamps("A primary that tells every backup another time gives them histories that do"
                        + " not match: nothing completes in its view, the client convicts it, and"
                        + " view 1 has one time for all (3.3, C9, C12).")
                .attackedBy(ownTime(primary, R1, "1")
                        .then(ownTime(primary, R2, "22"))
                        .then(ownTime(primary, R3, "333")))
                .expecting(
                        Count.historiesAt(1).atLeast(3),
                        Count.sent(ProofOfMisbehavior.class).from(C0).atLeast(3),
                        convicted(Contradiction.ONE_NUMBER).between(1, 3),
                        Count.told(Fact.COMPLETED).inView(0).none(),
                        Count.told(Fact.COMPLETED).inView(1).exactly(12),
                        Logs.statesAt(12).exactly(1),
                        Count.view().exactly(1));
    }

    private static Trial differentChoicesOutsideTheChain() {
        return stamps(
                        "Where the chain does not cover what a primary chooses, a backup that was told"
                                + " another time answers otherwise after the same history; the two orders"
                                + " convict the primary, and view 1 has one time for all (3.3, 15.14).")
                .variant("published-chain")
                .finding(Violations.of("i15-determinism"))
                .with("historyCoversNd", false)
                .attackedBy(ownTime(Retold.by(R0).withoutChoices(), R3, "333"))
                .expecting(
                        Count.historiesAt(1).exactly(1),
                        Answers.resultsOfOneHistory().exactly(2),
                        convicted(Contradiction.ONE_NUMBER).between(1, 3),
                        Count.told(Fact.ROLLED_BACK).by(R3).exactly(1),
                        Count.completed().exactly(12),
                        Logs.statesAt(12).exactly(1),
                        Count.view().exactly(1));
    }

    private static Trial differentChoicesThatNobodySees() {
        return stamps("The same, where the network keeps the misled backup's answers from the"
                        + " client: its state departs under the same history, and only the next"
                        + " checkpoint shows it, which makes it take over the others' (I15, G5).")
                .variant("published-chain-unseen")
                .finding(Violations.of("i15-determinism"))
                .with("historyCoversNd", false)
                .attackedBy(ownTime(Retold.by(R0).withoutChoices(), R3, "333")
                        .then(Loss.all().on(Link.of(R3, C0))))
                .settling(Duration.ofSeconds(1))
                .expecting(
                        Count.historiesAt(4).exactly(1),
                        Answers.resultsOfOneHistory().exactly(2),
                        Count.told("diverged").by(R3).at(4).exactly(1),
                        Count.told("transferred").by(R3).atLeast(1),
                        Count.completed("4b").exactly(12),
                        Logs.statesAt(12).exactly(1),
                        Count.told(Fact.STABLE).by(R3).at(12).exactly(1),
                        Count.view().none());
    }

    private static Trial forgedRequest() {
        Attack forging = Retold.by(R0)
                .towards(
                        Set.of(R1, R2, R3),
                        "forged-requests",
                        "puts words into the client's mouth in messages",
                        (ordered, format) ->
                                List.of(forged(ordered.get(ordered.size() - 1), format)));
        return Trial.of(
                        39,
                        "A request that its client never made is executed nowhere, whoever"
                                + " orders it, and its primary is replaced (A2, I17).")
                .asking(1, 4, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(forging)
                .expecting(
                        refused("not proven to be from c0").by(R1).atLeast(1),
                        refused("not proven to be from c0").by(R2).atLeast(1),
                        refused("not proven to be from c0").by(R3).atLeast(1),
                        Count.told(Fact.ACCUSED).inView(0).between(2, 3),
                        Count.told(Fact.EXECUTED).inView(0).none(),
                        Count.completed().exactly(4),
                        Count.view().exactly(1));
    }

    /** Another operation under the client's old seal. */
    private static OrderedItem forged(OrderedItem item, MessageFormat format) {
        Request truth = item.body().orElseThrow();
        byte[] operation = truth.operation().toByteArray();
        operation[operation.length - 1] ^= 1;
        Request lie = new Request(
                Payload.wrap(operation),
                truth.timestamp(),
                truth.client(),
                truth.readOnly(),
                truth.commitOptimized(),
                truth.signed(),
                truth.replier(),
                truth.seal());
        return new OrderedItem(
                item.history(),
                Digest.of(format.covered(lie, "seal")),
                item.nondeterminism(),
                Optional.of(lie));
    }

    private static Trial repeatedRequest() {
        Attack repeating = Retold.by(R0)
                .towards(
                        Set.of(R1, R2, R3),
                        "repeated-request",
                        "orders the first request again and again in messages",
                        LyingPrimaries::repeated);
        return Trial.of(
                        40,
                        "A request that is ordered again takes a number and nothing else: the"
                                + " histories of all backups go on alike, and it is executed once (A7,"
                                + " I3).")
                .asking(1, 10, (client, count, random) -> Ask.append("x", "." + count))
                .with("batch", 1)
                .attackedBy(repeating.then(withoutAnswers()))
                .settling(Duration.ofSeconds(1))
                .expecting(
                        Count.lastNumber().exactly(19),
                        Count.told(Fact.ACCEPTED).by(R1).exactly(19),
                        Count.told(Fact.EXECUTED).by(R1).exactly(10),
                        Count.told(Fact.EXECUTED).by(R2).exactly(10),
                        Count.told(Fact.EXECUTED).by(R3).exactly(10),
                        Count.historiesAt(19).exactly(1),
                        Count.completed("4b").exactly(10),
                        Count.view().none());
    }

    private static List<OrderedItem> repeated(List<OrderedItem> ordered, MessageFormat format) {
        List<OrderedItem> items = new ArrayList<>();
        if (ordered.size() > 1) {
            items.add(ordered.get(0));
        }
        items.add(ordered.get(ordered.size() - 1));
        return items;
    }
}
