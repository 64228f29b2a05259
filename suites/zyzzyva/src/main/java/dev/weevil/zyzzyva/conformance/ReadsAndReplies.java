package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Section 17.1: reads without an order, and results from one replica; scenarios 5 to 8. */
final class ReadsAndReplies {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);

    /** Larger than what every replica sends itself. */
    private static final String LARGE = String.join("", Collections.nCopies(100, "big"));

    private ReadsAndReplies() {}

    static List<Trial> trials() {
        return List.of(
                readWithoutWriters(),
                readWithoutWriters().variant("mac").with("auth", "MAC"),
                readsAmongWrites(),
                readsAmongWritesWithoutOneBackup(),
                replierCorrect(),
                replierSilent(),
                replierKeepingTheResult());
    }

    private static Trial readWithoutWriters() {
        return Trial.of(
                        5,
                        "A GET that nobody disturbs is answered by all replicas from their state"
                                + " after two message delays, and takes no number (12.5).")
                .with("readOnly", true)
                .asking(Ask.put("x", "1"), Ask.get("x"), Ask.get("y"), Ask.get("x"))
                .inStep()
                .expecting(
                        reads("12.5a").exactly(3),
                        Count.leastDelays().exactly(2),
                        Count.delays().exactly(3),
                        Count.sent(Request.class)
                                .where("read-only", Request.class, Request::readOnly)
                                .exactly(12),
                        Count.sent(OrderRequest.class).exactly(3),
                        Count.lastNumber().exactly(1),
                        Count.told(Fact.EXECUTED).exactly(4));
    }

    private static Tellings reads(String how) {
        return Count.told("read-at").saying(how);
    }

    /** Which requests of a client were ordered and executed, at the first backup. */
    private static Tellings ordered(NodeId client) {
        return Count.told(Fact.EXECUTED).by(R1).saying(client + "/");
    }

    private static Trial racing(String claim) {
        return Trial.of(6, claim)
                .with("readOnly", true)
                .asking(
                        3,
                        150,
                        (client, count, random) ->
                                client == 0 ? Ask.put("x", "v" + count) : Ask.get("x"));
    }

    private static Trial readsAmongWrites() {
        return racing(
                        "A GET that races a PUT finds all replicas in one state, or is ordered like any"
                                + " other request: whoever read the new value, nobody reads the old one"
                                + " after that (I2).")
                .expecting(
                        Count.completed().exactly(150),
                        reads("12.5a").atLeast(10),
                        ordered(NodeId.client(1)).atLeast(1),
                        Count.view().none());
    }

    private static Trial readsAmongWritesWithoutOneBackup() {
        return racing(
                        "With a mute backup a GET completes on three answers whose state is committed,"
                                + " or is ordered; it is as little stale (I2).")
                .variant("mute-backup")
                .thinking(Duration.ofMillis(15))
                .attackedBy(Silence.of(R3))
                .expecting(
                        Count.completed().exactly(150),
                        reads("12.5b").atLeast(10),
                        reads("12.5a").none(),
                        ordered(NodeId.client(1)).atLeast(1),
                        Count.view().none());
    }

    /** Answers that carry the result itself, to this request of the client. */
    private static Sendings full(long timestamp) {
        return answers(timestamp, true);
    }

    private static Sendings answers(long timestamp, boolean full) {
        return Count.sent(SpeculativeResponse.class)
                .where(
                        (full ? "full" : "digest only") + " to request " + timestamp,
                        SpeculativeResponse.class,
                        answer -> answer.core().timestamp() == timestamp
                                && answer.result().isPresent() == full);
    }

    /** The second request's replier is R2, the third's R3, and so on. */
    private static Trial largeResults() {
        return Trial.of(
                        7,
                        "Of a large result one replica sends the body and the others its digest;"
                                + " the next request asks another one (12.6).")
                .asking(Ask.put("x", LARGE), Ask.get("x"), Ask.get("x"), Ask.get("x"), Ask.get("x"))
                .inStep();
    }

    private static Trial replierCorrect() {
        return largeResults()
                .expecting(
                        Count.completed("4a").exactly(5),
                        Count.delays().exactly(3),
                        full(1).exactly(4),
                        full(2).from(R2).exactly(1),
                        full(2).exactly(1),
                        answers(2, false).exactly(3),
                        full(3).from(R3).exactly(1),
                        full(4).from(R0).exactly(1),
                        full(5).from(R1).exactly(1),
                        answers(5, false).exactly(3));
    }

    private static Trial withoutReplier(Rule attack, String how) {
        return Trial.of(
                        8,
                        "When the replica that was to send the result " + how + ", the client asks"
                                + " everybody again, and another replica for the body (WAIT_BODY,"
                                + " 12.6).")
                .asking(Ask.put("x", LARGE), Ask.put("y", "1"), Ask.get("x"))
                .attackedBy(attack)
                .expecting(
                        Count.completed().exactly(3),
                        full(3).from(R0).atLeast(1),
                        Count.sent(Request.class)
                                .to(R1)
                                .where(
                                        "with r0 as replier",
                                        Request.class,
                                        request ->
                                                request.timestamp() == 3 && request.replier() == 0)
                                .atLeast(1),
                        Count.lastNumber().exactly(3),
                        Count.view().none());
    }

    private static Trial replierSilent() {
        return withoutReplier(Silence.of(R3), "is silent")
                .variant("silent")
                .expecting(
                        Count.completed("4b").atLeast(2),
                        Count.sent(LocalCommit.class).from(R0).to(C0).atLeast(3));
    }

    private static Trial replierKeepingTheResult() {
        Rule keeping = Lie.by(R3)
                .in(
                        SpeculativeResponse.class,
                        answer -> new SpeculativeResponse(
                                answer.statement(),
                                Optional.empty(),
                                answer.order(),
                                answer.maxCommitted(),
                                answer.seal()));
        return withoutReplier(keeping, "tells its digest alone")
                .variant("digest-only")
                .expecting(
                        Count.completed("4a").exactly(3),
                        Count.sent(LocalCommit.class).none());
    }
}
