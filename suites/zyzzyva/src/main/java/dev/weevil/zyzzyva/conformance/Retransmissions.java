package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Occurrence;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.View;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.message.Body;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.FetchBody;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.time.Duration;
import java.util.List;

/** Section 17.3: requests that come again, without their body, or to the wrong primary; 27 to 31. */
final class Retransmissions {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId C0 = NodeId.client(0);

    private Retransmissions() {}

    static List<Trial> trials() {
        return List.of(
                completedRequestSentAgain(),
                olderTimestamp(),
                collectedRequestSentAgain(),
                missingBody(),
                wrongPrimary());
    }

    private static Trial completedRequestSentAgain() {
        return Trial.of(
                        27,
                        "A completed request that comes again is answered from the client"
                                + " table with the same result and number, and gets no new number (Q2).")
                .inStep()
                .attackedBy(Resent.request(C0, 1, Duration.ofMillis(300)))
                .settling(Duration.ofSeconds(1))
                .expecting(
                        Count.sent(SpeculativeResponse.class).exactly(8),
                        Answers.differentCores().exactly(1),
                        Count.lastNumber().exactly(1),
                        Count.told(Fact.EXECUTED).exactly(4),
                        Count.sent(OrderRequest.class).exactly(3));
    }

    private static Trial olderTimestamp() {
        return Trial.of(
                        28,
                        "A request with an older timestamp is answered with the client's newer"
                                + " response, and nothing is executed (Q1).")
                .inStep()
                .asking(Ask.append("x", "a"), Ask.append("x", "b"))
                .attackedBy(Resent.request(C0, 1, Duration.ofMillis(300)))
                .settling(Duration.ofSeconds(1))
                .expecting(
                        Answers.of(C0, 1).exactly(4),
                        Answers.of(C0, 2).exactly(8),
                        Count.told(Fact.EXECUTED).exactly(8),
                        Count.lastNumber().exactly(2));
    }

    private static Trial collectedRequestSentAgain() {
        return Trial.of(
                        29,
                        "A request whose number a checkpoint has collected is answered with a"
                                + " SPEC-RESPONSE and a LOCAL-COMMIT that name the history it completed"
                                + " after (Q2, 15.12).")
                .inStep()
                .with("checkpointInterval", 4)
                .asking(List.of(List.of(Ask.put("x", "1")), Ask.puts("y", 8)))
                .attackedBy(Resent.request(C0, 1, Duration.ofMillis(300)))
                .settling(Duration.ofSeconds(1))
                .expecting(
                        Count.told(Fact.STABLE).at(8).exactly(4),
                        Answers.of(C0, 1).exactly(8),
                        Answers.localCommitsAsCompleted(C0).exactly(4),
                        Count.lastNumber().exactly(9));
    }

    private static Trial missingBody() {
        return Trial.of(
                        30,
                        "A replica that was ordered a big request whose multicast it missed"
                                + " fetches the body and executes it (A2).")
                .inStep()
                .with("bigRequest", 100)
                .asking(Ask.put("x", "y".repeat(500)))
                .attackedBy(Loss.all().on(Messages.of(Request.class)).on(Link.to(R2)))
                .expecting(
                        Count.sent(FetchBody.class).from(R2).to(R0).exactly(1),
                        Count.sent(Body.class).to(R2).exactly(1),
                        Count.told(Fact.EXECUTED).by(R2).exactly(1),
                        Count.completed("4a").exactly(1),
                        Count.told(Fact.ACCUSED).none());
    }

    /**
     * {@code c1} sleeps through the change to view 1, which {@code c0}'s second request brings about:
     * it loses its first request once, so that it is late with its second.
     */
    private static Trial wrongPrimary() {
        NodeId sleeper = NodeId.client(1);
        return Trial.of(
                        31,
                        "A client that sends its request to the primary of a view that is over"
                                + " is served through a CONFIRM-REQ, and knows the new primary from then on"
                                + " (C1, Q4, C11).")
                .inStep()
                .thinking(Duration.ofSeconds(1))
                .asking(List.of(Ask.puts("x", 2), Ask.puts("y", 3)))
                .attackedBy(Loss.all()
                        .on(Messages.of(Request.class))
                        .on(Link.of(sleeper, R0))
                        .on(Sequence.of(1))
                        .on(Occurrence.firstSending())
                        .then(WrongHistories.by(R0).on(Sequence.from(3)).during(View.of(0))))
                .expecting(
                        Count.view().exactly(1),
                        Count.sent(Request.class)
                                .from(sleeper)
                                .to(R0)
                                .where(
                                        "with timestamp 2",
                                        Request.class,
                                        request -> request.timestamp() == 2)
                                .exactly(1),
                        confirmed(sleeper, 2).from(R0).to(R1).exactly(1),
                        Count.of("delays of its second request", run -> delays(run, sleeper, 2))
                                .exactly(4),
                        Count.sent(Request.class)
                                .from(sleeper)
                                .to(R1)
                                .where(
                                        "with timestamp 3",
                                        Request.class,
                                        request -> request.timestamp() == 3)
                                .exactly(1),
                        Count.of("delays of its third request", run -> delays(run, sleeper, 3))
                                .exactly(3),
                        Count.completed().exactly(5));
    }

    private static Sendings confirmed(NodeId client, long timestamp) {
        return Count.sent(ConfirmRequest.class)
                .where(
                        "of " + client + "'s request " + timestamp,
                        ConfirmRequest.class,
                        confirm -> confirm.request().client().equals(client)
                                && confirm.request().timestamp() == timestamp);
    }

    /** Of the nth operation of a client. */
    private static long delays(Transcript run, NodeId client, int nth) {
        var invoked = run.of(TraceEvent.Invoked.class)
                .filter(one -> one.client().equals(client))
                .skip(nth - 1)
                .findFirst();
        var done = run.completed()
                .filter(one -> one.client().equals(client))
                .skip(nth - 1)
                .findFirst();
        return invoked.isEmpty() || done.isEmpty()
                ? 0
                : (done.get().nanos() - invoked.get().nanos()) / Trial.DELAY.toNanos();
    }
}
