package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.View;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.Doubt;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.service.Operations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Section 17.7: faulty clients, scenarios 68 to 75. The client {@code c0} is the faulty one. */
final class FaultyClients {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);

    /** What c0 asks for first is number 1: everybody else thinks before each operation. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final String OF_THE_CORRECT =
            "those of the correct clients; what becomes of the faulty one's is its own affair";

    private FaultyClients() {}

    static List<Trial> trials() {
        return List.of(
                alteredCommit("history", FaultyClients::otherHistory),
                alteredCommit("number", FaultyClients::otherNumber),
                commitToOneReplica(),
                commitsBehindOne(),
                checkpointBehindOne(),
                twoOperations(),
                partialMacs(),
                partialMacsUndefended(),
                macsForThePrimaryAlone(),
                proofWithABadSignature(),
                proofOfTwoViews(),
                thousandOpenRequests(),
                repeatedOldRequests());
    }

    /** c0 never hears r3, and must commit; c1 hears everybody. */
    private static Trial withoutR3(int number, String claim, int others) {
        return Trial.of(number, claim)
                .asking(List.of(Ask.puts("x", 1), Ask.puts("y", others)))
                .completingAtLeast(others, OF_THE_CORRECT)
                .patience(Duration.ofMillis(600));
    }

    private static Rule deaf(NodeId client) {
        return Loss.all().on(Link.of(R3, client)).named("deaf-" + client);
    }

    private static Trial alteredCommit(String what, UnaryOperator<Commit> lie) {
        return withoutR3(
                        68,
                        "A COMMIT whose core its client has altered is refused by every replica, and"
                                + " changes nothing anywhere (K1).",
                        20)
                .variant(what)
                .attackedBy(Lie.by(C0).in(Commit.class, lie).then(deaf(C0)))
                .expecting(
                        refusals("2f+1 signed statements", R0).atLeast(1),
                        refusals("2f+1 signed statements", R1).atLeast(1),
                        refusals("2f+1 signed statements", R2).atLeast(1),
                        refusals("2f+1 signed statements", R3).atLeast(1),
                        Count.told("stored-certificate").none(),
                        Count.sent(LocalCommit.class).none(),
                        Count.told(Fact.ACCUSED).none(),
                        Count.told(Fact.COMPLETED).by(C1).exactly(20),
                        Count.view().none());
    }

    private static Tellings refusals(String why, NodeId replica) {
        return Count.told(Fact.REFUSED).by(replica).saying(why);
    }

    private static Commit otherHistory(Commit truth) {
        Digest lie = Digest.of(Payload.utf8("another history"));
        return altered(truth, truth.sequence(), lie);
    }

    private static Commit otherNumber(Commit truth) {
        return altered(truth, truth.sequence() + 1, truth.certificate().history());
    }

    private static Commit altered(Commit truth, long number, Digest history) {
        List<Statement> statements = truth.certificate().statements().stream()
                .map(statement -> altered(statement, number, history))
                .toList();
        return new Commit(
                truth.client(), new CommitCertificate(truth.view(), number, history, statements));
    }

    private static Statement altered(Statement truth, long number, Digest history) {
        ResponseCore core = truth.core();
        ResponseCore lie = new ResponseCore(
                core.view(), number, history, core.reply(), core.client(), core.timestamp());
        return new Statement(lie, truth.replica(), truth.seal());
    }

    private static Trial commitToOneReplica() {
        return withoutR3(
                        69,
                        "A COMMIT that only one replica gets commits there alone; nobody else notices,"
                                + " and the next clients go on (section 7).",
                        20)
                .attackedBy(
                        Silence.withholding(C0, Messages.of(Commit.class).and(Link.to(R0, R2, R3)))
                                .then(deaf(C0)))
                .expecting(
                        Count.told("stored-certificate").by(R1).atLeast(1),
                        Count.told("stored-certificate").by(R0).none(),
                        Count.told("stored-certificate").by(R2).none(),
                        Count.told("stored-certificate").by(R3).none(),
                        Count.told(Fact.COMPLETED).by(C1).exactly(20),
                        Count.told(Fact.ACCUSED).none(),
                        Count.view().none());
    }

    private static Trial commitsBehindOne() {
        return withoutR3(
                        70,
                        "A client that never commits delays nobody: the next client's certificate"
                                + " commits everything before it (K6).",
                        10)
                .variant("certificate")
                .thinking(PAUSE)
                .attackedBy(Silence.withholding(C0, Messages.of(Commit.class))
                        .then(deaf(C0))
                        .then(deaf(C1)))
                .expecting(
                        Count.sent(LocalCommit.class).to(C1).atLeast(3),
                        decidedOfC0().exactly(4),
                        Count.completed("4b").by(C1).atLeast(1),
                        Count.told(Fact.COMPLETED).by(C1).exactly(10),
                        Count.view().none());
    }

    private static Trial checkpointBehindOne() {
        return withoutR3(
                        70,
                        "A client that never commits delays nobody: the next checkpoint commits"
                                + " everything before it (G2, G4).",
                        10)
                .variant("checkpoint")
                .with("checkpointInterval", 4)
                .thinking(PAUSE)
                .attackedBy(Silence.withholding(C0, Messages.of(Commit.class)).then(deaf(C0)))
                .expecting(
                        Count.sent(Commit.class).from(C1).none(),
                        Count.told(Fact.STABLE).at(4).exactly(4),
                        decidedOfC0().exactly(4),
                        Count.told(Fact.COMPLETED).by(C1).exactly(10),
                        Count.view().none());
    }

    /** Replicas that decided the number which c0's request has. */
    private static Count decidedOfC0() {
        return Count.of("decided c0's request", run -> {
            List<Long> numbers = run.facts(Fact.EXECUTED).stream()
                    .filter(fact -> fact.detail().equals("c0/1"))
                    .map(Fact::sequence)
                    .distinct()
                    .toList();
            return run.facts(Fact.DECIDED).stream()
                    .filter(fact -> numbers.contains(fact.sequence()))
                    .count();
        });
    }

    private static Trial twoOperations() {
        Payload other = Operations.encode(new Invocation(1, "put", Optional.of("x"), "twin"));
        return Trial.of(
                        71,
                        "Of two operations that a client sends under one timestamp to different"
                                + " replicas one is executed, and the same one everywhere (P2, A7, A9).")
                .asking(List.of(Ask.puts("x", 1), Ask.puts("y", 40)))
                .completingAtLeast(40, OF_THE_CORRECT)
                .patience(Duration.ofMillis(1500))
                .attackedBy(Twofold.requests(C0, R0, other, Duration.ofMillis(20)))
                .expecting(
                        Count.sent(Request.class).from(C0).to(R2).atLeast(1),
                        executedOfC0().exactly(1),
                        Count.told(Fact.EXECUTED).saying("c0/1").exactly(4),
                        Count.told(Fact.COMPLETED).by(C1).exactly(40),
                        Count.view().atMost(1));
    }

    private static Count executedOfC0() {
        return Count.of(
                "operations executed as c0's first",
                run -> run.facts(Fact.EXECUTED).stream()
                        .filter(fact -> fact.detail().equals("c0/1"))
                        .map(Fact::digest)
                        .distinct()
                        .count());
    }

    private static Trial macs(String claim) {
        return Trial.of(72, claim)
                .with("auth", "MAC")
                .asking(List.of(Ask.puts("x", 40), Ask.puts("y", 40), Ask.puts("z", 40)))
                .thinking(Duration.ofMillis(2))
                .completingAtLeast(80, OF_THE_CORRECT)
                .patience(Duration.ofMillis(600));
    }

    private static Trial partialMacs() {
        return macs("A client whose MACs verify at the primary and at one backup disturbs nobody:"
                        + " f+1 replicas present its request, and it must sign from then on (A2,"
                        + " 15.1).")
                .attackedBy(PartialMacs.of(C0, R2, R3))
                .expecting(
                        Count.sent(Doubt.class).from(R2).atLeast(1),
                        Count.sent(Doubt.class).from(R3).atLeast(1),
                        Count.told("suspected").by(R0).saying("c0 must sign").atLeast(1),
                        refusals("c0 must sign", R0).atLeast(1),
                        Count.told(Fact.EXECUTED).by(R2).saying("c0/1").exactly(1),
                        Count.told(Fact.COMPLETED).by(C1).exactly(40),
                        Count.told(Fact.COMPLETED).by(NodeId.client(2)).exactly(40),
                        Count.told(Fact.ACCUSED).none(),
                        Count.view().none());
    }

    /** What 15.1 describes; promises are kept, but the correct primary is not. */
    private static Trial partialMacsUndefended() {
        return macs("Without defences the same client costs correct primaries their views, again and"
                        + " again (15.1).")
                .variant("undefended")
                .with("defences", false)
                .completingAtLeast(0, "how many is what the attack is about")
                .lasting(Duration.ofSeconds(10))
                .attackedBy(PartialMacs.of(C0, R2, R3))
                .expecting(
                        Count.sent(Doubt.class).none(),
                        Count.told(Fact.ACCUSED).saying("stays missing").atLeast(2),
                        Count.view().atLeast(1));
    }

    private static Trial macsForThePrimaryAlone() {
        return macs("A client whose MACs verify at the primary alone costs it its view once; the next"
                        + " primary, which could not verify them either, lets it sign (15.1).")
                .variant("primary-alone")
                .attackedBy(PartialMacs.of(C0, R1, R2, R3))
                .expecting(
                        Count.told("suspected").by(R1).saying("c0 must sign").atLeast(1),
                        refusals("c0 must sign", R1).atLeast(1),
                        Count.told(Fact.COMPLETED).by(C1).exactly(40),
                        Count.told(Fact.COMPLETED).by(NodeId.client(2)).exactly(40),
                        Count.view().exactly(1));
    }

    private static Trial proofWithABadSignature() {
        return Trial.of(
                        73,
                        "A proof of misbehaviour with an order that the primary never signed convicts"
                                + " nobody (M1, I13).")
                .variant("signature")
                .asking(List.of(Ask.puts("x", 5), Ask.puts("y", 5)))
                .completingAtLeast(5, OF_THE_CORRECT)
                .attackedBy(ForgedProofs.ofABadSignature(C0))
                .expecting(
                        Count.sent(ProofOfMisbehavior.class).from(C0).atLeast(20),
                        refusals("not both proven", R1).atLeast(1),
                        refusals("not both proven", R3).atLeast(1),
                        Count.told("convicted").none(),
                        Count.told(Fact.ACCUSED).none(),
                        Count.told(Fact.COMPLETED).by(C1).exactly(5),
                        Count.view().none());
    }

    private static Trial proofOfTwoViews() {
        return Trial.of(
                        73,
                        "Orders of two primaries, each for a view of its own, are no proof of"
                                + " misbehaviour (M2, I13).")
                .variant("views")
                .asking(List.of(Ask.puts("x", 5), Ask.puts("y", 5)))
                .completingAtLeast(5, OF_THE_CORRECT)
                .attackedBy(ForgedProofs.ofTwoViews(C0)
                        .then(Silence.withholding(
                                R0,
                                Messages.of(OrderRequest.class)
                                        .and(Sequence.from(4))
                                        .and(View.of(0)))))
                .expecting(
                        Count.sent(ProofOfMisbehavior.class).from(C0).atLeast(4),
                        refusals("not about view 1", R2).atLeast(1),
                        refusals("not about view 1", R3).atLeast(1),
                        Count.told("convicted").none(),
                        Count.told(Fact.COMPLETED).by(C1).exactly(5),
                        Count.view().exactly(1));
    }

    private static Trial thousandOpenRequests() {
        return Trial.of(
                        74,
                        "Of a thousand requests that a client has open at once one gets a number and"
                                + " one waits; the others' are served as ever, and nothing grows (15.1).")
                .asking(List.of(Ask.puts("x", 1), Ask.puts("y", 40), Ask.puts("z", 40)))
                .completingAtLeast(80, OF_THE_CORRECT)
                .inStep()
                .attackedBy(Floods.open(C0, 1_000))
                .expecting(
                        Count.sent(Request.class).from(C0).atLeast(1),
                        Count.told(Fact.EXECUTED).by(R0).saying("c0/").between(1, 2),
                        Count.told("limited").by(R0).saying("c0: more than 16").atLeast(1),
                        Logs.longest().atMost(128),
                        Count.told(Fact.COMPLETED).by(C1).exactly(40),
                        Count.told(Fact.COMPLETED).by(NodeId.client(2)).exactly(40),
                        Count.view().none());
    }

    private static Trial repeatedOldRequests() {
        int copies = 500;
        return Trial.of(
                        75,
                        "A client that sends an old request over and over gets its answer from the"
                                + " table, a few times, and nothing is executed for it (Q1, Q2, 15.1).")
                .asking(List.of(Ask.puts("x", 1), Ask.puts("y", 40), Ask.puts("z", 40)))
                .completingAtLeast(80, OF_THE_CORRECT)
                .inStep()
                .attackedBy(Floods.repeated(C0, copies, Duration.ofMillis(20)))
                .expecting(
                        Count.told("limited")
                                .saying("c0: more than 16 REPEATED")
                                .exactly(4),
                        Count.sent(SpeculativeResponse.class).to(C0).between(4, 4 + 4 * 16),
                        Count.told(Fact.EXECUTED).saying("c0/").exactly(4),
                        Count.told(Fact.COMPLETED).by(C1).exactly(40),
                        Count.told(Fact.COMPLETED).by(NodeId.client(2)).exactly(40),
                        Count.view().none());
    }
}
