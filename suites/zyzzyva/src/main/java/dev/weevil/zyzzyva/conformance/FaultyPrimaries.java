package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.process.Crash;
import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.View;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.FillHole;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Section 17.4: primaries that are silent, slow or unfair; scenarios 33, 34 and 41 to 44. */
final class FaultyPrimaries {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);
    private static final Scope ORDERS = Messages.of(OrderRequest.class);

    private FaultyPrimaries() {}

    static List<Trial> trials() {
        return List.of(
                mute(),
                crashed(),
                skippingNumbers(),
                ignoringOneClient(),
                slowAndKept(),
                slowAndReplaced(),
                sendingToSomeBackupsOnly());
    }

    private static Trial mute() {
        return Trial.of(
                        33,
                        "When the primary is mute the client asks everybody, the backups ask"
                                + " the primary and then accuse it, and the request is done in view 1 (C9,"
                                + " Q4, Q6, V1 to V15).")
                .attackedBy(Silence.of(R0))
                .live("tCommit", 1_000)
                .live("tRetrans", 1_500)
                .expecting(
                        Count.sent(Request.class).from(C0).to(R2).atLeast(1),
                        confirmations().from(R1).to(R0).atLeast(1),
                        confirmations().from(R2).to(R0).atLeast(1),
                        fired("T_RETRANS").atLeast(1),
                        fired("T_REQ").atLeast(2),
                        Count.told(Fact.ACCUSED).saying("no number in time").between(2, 3),
                        Count.told(Fact.COMPLETED).inView(1).exactly(1),
                        Count.completed("4b").exactly(1),
                        Count.view().exactly(1));
    }

    private static Sendings confirmations() {
        return Count.sent(ConfirmRequest.class);
    }

    /** Of hosts, only the simulator tells. */
    private static Count fired(String timer) {
        return Count.simulated(
                timer + " expired",
                run -> run.of(TraceEvent.TimerFired.class)
                        .filter(fired -> fired.timer().name().equals(timer))
                        .count());
    }

    private static Trial crashed() {
        return Trial.of(
                        34,
                        "A primary that crashes after fifty requests takes nothing with it that"
                                + " a client saw completed: view 1 begins with their histories (I8).")
                .mixed(5, 150)
                .attackedBy(Crash.of(R0).when(When.sent(ORDERS.and(Sequence.from(50)))))
                .expecting(
                        Count.completed().exactly(150),
                        Count.told(Fact.COMPLETED).inView(0).atLeast(30),
                        Count.told(Fact.COMPLETED).inView(1).atLeast(90),
                        Count.told("entered")
                                .where("with 40 numbers at least", fact -> fact.sequence() >= 40)
                                .exactly(3),
                        Count.view().exactly(1));
    }

    private static Trial skippingNumbers() {
        return Trial.of(
                        41,
                        "A primary that skips a number, and does not fill the hole when asked,"
                                + " is replaced (F2, F5).")
                .with("batch", 1)
                .asking(3, 3, (client, count, random) -> Ask.put("k" + client, "v"))
                .inStep()
                .attackedBy(Silence.withholding(R0, ORDERS.and(Sequence.of(2)).and(View.of(0))))
                .expecting(
                        Count.sent(FillHole.class).from(R1).to(R0).atLeast(1),
                        Count.sent(FillHole.class).from(R2).to(R0).atLeast(1),
                        Count.sent(FillHole.class).from(R3).to(R0).atLeast(1),
                        Count.sent(FillHole.class).from(R1).to(R2).atLeast(1),
                        Count.told(Fact.ACCUSED)
                                .saying("number 2 stays missing")
                                .between(2, 3),
                        Count.completed().exactly(3),
                        Count.told(Fact.EXECUTED).inView(0).at(2).none(),
                        Count.view().exactly(1));
    }

    /** The others go on for longer than it takes to replace the primary. */
    private static Trial ignoringOneClient() {
        Scope itsRequests = Messages.of(Request.class).and(Link.of(C0, R0));
        Scope itsConfirmations = Messages.where(
                        ConfirmRequest.class,
                        confirm -> confirm.request().client().equals(C0),
                        "of " + C0 + "'s requests")
                .and(Link.to(R0));
        return Trial.of(
                        42,
                        "A primary that serves everybody but one client is asked by all"
                                + " backups, accused and replaced; the other clients do not notice (Q4 to"
                                + " Q6).")
                .asking(List.of(Ask.puts("x", 1), Ask.puts("y", 60), Ask.puts("z", 60)))
                .thinking(Duration.ofMillis(15))
                .attackedBy(ignoring("requests", itsRequests)
                        .then(ignoring("confirmations", itsConfirmations)))
                .expecting(
                        confirmations().from(R1).to(R0).atLeast(1),
                        confirmations().from(R2).to(R0).atLeast(1),
                        confirmations().from(R3).to(R0).atLeast(1),
                        Count.told(Fact.ACCUSED)
                                .saying("request 1 of c0 has no number")
                                .between(2, 3),
                        Count.told(Fact.COMPLETED).by(C0).inView(1).exactly(1),
                        Count.told(Fact.COMPLETED).by(NodeId.client(1)).exactly(60),
                        Count.told(Fact.COMPLETED).by(NodeId.client(2)).exactly(60),
                        Count.told(Fact.COMPLETED).saying("4a").inView(0).atLeast(60),
                        Count.told(Fact.COMPLETED).inView(1).atLeast(10),
                        Count.sent(Request.class).from(NodeId.client(1)).to(R2).atMost(4),
                        Count.view().exactly(1));
    }

    private static Rule ignoring(String what, Scope scope) {
        Behaviour dropping = Behaviour.each((envelope, hand) -> List.of(hand.drop(envelope)));
        return Rule.of("ignored-" + what, "ignores messages", Set.of(R0), scope, dropping);
    }

    private static Trial slowAndKept() {
        return slow("A primary that orders every request just before its backups would accuse it is"
                        + " kept by Zyzzyva, slow as it is (15.2).")
                .expecting(
                        Count.completed().exactly(60),
                        milliseconds("fastest", false).atLeast(600),
                        milliseconds("slowest", true).atMost(650),
                        Count.told(Fact.ACCUSED).none(),
                        Count.view().none());
    }

    private static Trial slowAndReplaced() {
        return slow("A primary that orders every request just before its backups would accuse it is"
                        + " replaced where primaries are judged by what they get done, and what is"
                        + " left is done at once (15.2).")
                .variant("rotate")
                .with("rotate", 200)
                .expecting(
                        Count.completed().exactly(60),
                        Count.told(Fact.ACCUSED).inView(0).saying("requests/s").between(2, 3),
                        milliseconds("slowest", true).atLeast(600),
                        milliseconds("fastest", false).atMost(20),
                        Count.told(Fact.COMPLETED).inView(0).atMost(10),
                        Count.view().atLeast(1));
    }

    private static Trial slow(String claim) {
        Behaviour delaying = Behaviour.each(
                (envelope, hand) -> List.of(hand.delay(envelope, Duration.ofMillis(600))));
        return Trial.of(43, claim)
                .mixed(5, 60)
                .attackedBy(Rule.of(
                        "slow-primary",
                        "delays by 600 ms messages",
                        Set.of(R0),
                        ORDERS.and(Link.from(R0)),
                        delaying));
    }

    private static Count milliseconds(String which, boolean most) {
        return Count.simulated("ms of the " + which, run -> {
            var taken = run.nanosTaken().mapToLong(nanos -> nanos / 1_000_000);
            return (most ? taken.max() : taken.min()).orElse(0);
        });
    }

    private static Trial sendingToSomeBackupsOnly() {
        return Trial.of(
                        44,
                        "A primary that keeps one backup in the dark gets three answers with its"
                                + " own: requests complete in two phases, and the others tell that backup"
                                + " what it missed (K4, F5, F6).")
                .asking(1, 20, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(Silence.withholding(R0, ORDERS.and(Link.to(R3))))
                .settling(Duration.ofSeconds(1))
                .expecting(
                        Count.completed().exactly(20),
                        Count.completed("4b").atLeast(10),
                        Count.sent(FillHole.class).from(R3).to(R0).atLeast(1),
                        Count.sent(OrderRequest.class).from(R1).to(R3).atLeast(1),
                        Count.told(Fact.EXECUTED).by(R3).exactly(20),
                        Count.view().none());
    }
}
