package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Duplication;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.network.Partition;
import dev.weevil.adversaries.network.Reordering;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Occurrence;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Bites;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.FillHole;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Section 17.3: lost messages, holes and duplicates, scenarios 21 to 26 and 32. */
final class LossAndHoles {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final Scope ORDERS = Messages.of(OrderRequest.class);

    private LossAndHoles() {}

    static List<Trial> trials() {
        return List.of(
                holeFilledByThePrimary(),
                holeFilledByTheOthers(),
                holeThatNobodyFills(),
                holeBeyondTheWindow(),
                lastOrderLost(),
                everythingThreeTimes(),
                lossyMinute(),
                partition());
    }

    /** Six clients put once each, at the same time; each request is an order of its own. */
    private static Trial sixOrders(int number, String claim) {
        return Trial.of(number, claim)
                .with("batch", 1)
                .asking(6, 6, (client, count, random) -> Ask.put("k" + client, "v"))
                .inStep();
    }

    private static Scope fifthTo(NodeId replica) {
        return ORDERS.and(Sequence.of(5)).and(Link.to(replica));
    }

    private static Sendings fillHole() {
        return Count.sent(FillHole.class)
                .from(R2)
                .where("of 5..6", FillHole.class, hole -> hole.from() == 5 && hole.to() == 6);
    }

    private static Trial holeFilledByThePrimary() {
        return sixOrders(
                        21,
                        "Whoever misses an order sees it when the next one arrives, asks the"
                                + " primary, and has it: nobody is accused (F1 to F4).")
                .attackedBy(Loss.all().on(fifthTo(R2)).on(Occurrence.firstSending()))
                .expecting(
                        fillHole().to(R0).exactly(1),
                        Count.sent(FillHole.class).exactly(1),
                        Count.sent(OrderRequest.class).to(R2).from(R0).atLeast(7),
                        Count.told(Fact.EXECUTED).by(R2).exactly(6),
                        Count.completed("4a").exactly(6),
                        Count.told(Fact.ACCUSED).none(),
                        Count.view().none());
    }

    private static Trial holeFilledByTheOthers() {
        return sixOrders(
                        22,
                        "What the primary withholds the others have: at the first expiry all"
                                + " are asked, and nobody is accused yet (F5, F6).")
                .variant("others-fill")
                .attackedBy(Silence.withholding(R0, fifthTo(R2)))
                .settling(Duration.ofSeconds(1))
                .expecting(
                        fillHole().to(R0).atLeast(1),
                        Count.sent(FillHole.class).from(R2).to(R1).exactly(1),
                        Count.sent(FillHole.class).from(R2).to(R3).exactly(1),
                        Count.sent(OrderRequest.class).from(R1).to(R2).atLeast(1),
                        Count.told(Fact.EXECUTED).by(R2).exactly(6),
                        Count.told(Fact.ACCUSED).none(),
                        Count.view().none());
    }

    private static Trial holeThatNobodyFills() {
        return sixOrders(
                        22,
                        "A hole that nobody fills is held against the primary at the second"
                                + " expiry and not before; one accuser changes no view and goes on working"
                                + " (F5, V2).")
                .variant("accused")
                .attackedBy(Loss.all().on(fifthTo(R2)).until(When.after(Duration.ofSeconds(1))))
                .settling(Duration.ofSeconds(2))
                .expecting(
                        Count.told(Fact.ACCUSED)
                                .by(R2)
                                .saying("number 5 stays missing")
                                .exactly(1),
                        Count.told(Fact.ACCUSED).exactly(1),
                        Count.of("times all were asked before", LossAndHoles::askedBeforeAccusing)
                                .exactly(2),
                        Count.completed("4b").atLeast(1),
                        Count.completed().exactly(6),
                        Count.told(Fact.EXECUTED).by(R2).exactly(6),
                        Count.told("promised").none(),
                        Count.view().none());
    }

    private static long askedBeforeAccusing(Transcript run) {
        long accused = run.told(Fact.ACCUSED)
                .mapToLong(seen -> seen.nanos())
                .findFirst()
                .orElse(0);
        return run.of(TraceEvent.Sent.class)
                .filter(sent -> sent.nanos() <= accused)
                .map(sent -> sent.envelope())
                .filter(envelope -> envelope.label().type().equals("FillHole"))
                .filter(envelope -> envelope.to().node().equals(R1))
                .count();
    }

    private static Trial holeBeyondTheWindow() {
        return Trial.of(
                        23,
                        "Whoever missed twenty numbers with a window of eight asks for what the"
                                + " window holds, is shown a stable checkpoint, takes over its state and"
                                + " follows again (F8, G6, T1 to T5).")
                .with("batch", 1)
                .with("checkpointInterval", 4)
                .asking(1, 60, (client, count, random) -> Ask.put("x", "v" + count))
                .thinking(Duration.ofMillis(20))
                .attackedBy(Partition.of(List.of(R2)).until(When.completed(20)))
                .settling(Duration.ofSeconds(2))
                .expecting(
                        Count.sent(FillHole.class)
                                .from(R2)
                                .where("up to the window", FillHole.class, hole -> hole.to() == 8)
                                .atLeast(1),
                        Count.told("transferred").by(R2).atLeast(1),
                        Count.told(Fact.STABLE).by(R2).at(60).exactly(1),
                        Count.told(Fact.EXECUTED).by(R2).atLeast(1),
                        Logs.statesAt(60).exactly(1),
                        Count.lastNumber().exactly(60),
                        Count.view().none());
    }

    private static Trial lastOrderLost() {
        return Trial.of(
                        24,
                        "If the last order is lost nobody sees a hole: the client's"
                                + " retransmission makes the backups ask the primary, who orders again"
                                + " (15.6, Q4, Q5).")
                .inStep()
                .attackedBy(Loss.all().on(ORDERS).on(Occurrence.firstSending()))
                .expecting(
                        Count.sent(Request.class).exactly(1 + 4),
                        Count.sent(ConfirmRequest.class).to(R0).exactly(3),
                        Count.sent(OrderRequest.class).exactly(3 + 3),
                        Count.completed().exactly(1),
                        Count.lastNumber().exactly(1),
                        Count.told(Fact.ACCUSED).none(),
                        Count.view().none());
    }

    private static Trial everythingThreeTimes() {
        return Trial.of(
                        25,
                        "Every message three times and in any order: each request is executed"
                                + " once (P2, A4, Q1).")
                .mixed(5, 200)
                .attackedBy(Duplication.times(3).then(Reordering.of(0.3)))
                .settling(Duration.ofSeconds(1))
                .expecting(
                        Count.completed().exactly(200),
                        Count.told(Fact.EXECUTED).by(R0).exactly(200),
                        Count.told(Fact.EXECUTED).by(R3).exactly(200),
                        Count.lastNumber().exactly(200),
                        touched(Touch.Kind.DUPLICATED).atLeast(2 * 200 * 8),
                        touched(Touch.Kind.HELD).atLeast(200),
                        Count.view().none());
    }

    private static Count touched(Touch.Kind kind) {
        return Count.of(
                kind.name().toLowerCase(Locale.ROOT) + " by the network",
                run -> Bites.of(run.trace()).count(kind));
    }

    private static Trial lossyMinute() {
        Duration minute = Duration.ofSeconds(60);
        return Trial.of(
                        26,
                        "Ten clients on a network that loses every fifth message for a minute:"
                                + " no promise breaks, and everything completes once it is healed (I18).")
                .mixed(10, 2_000)
                .thinking(Duration.ofMillis(200))
                .attackedBy(Loss.of(0.2).until(When.after(minute)))
                .lasting(Duration.ofMinutes(4))
                .live("tCommit", 50)
                .live("tRetrans", 200)
                .live("tStatus", 200)
                .expecting(
                        Count.completed().exactly(2_000),
                        Count.of(
                                        "completed after healing",
                                        run -> run.completed()
                                                .filter(done -> done.nanos() > minute.toNanos())
                                                .count())
                                .atLeast(1),
                        touched(Touch.Kind.DROPPED).atLeast(2_000));
    }

    private static Trial partition() {
        Duration healed = Duration.ofSeconds(5);
        return Trial.of(
                        32,
                        "While two replicas are cut off from the other two nothing completes;"
                                + " once they hear each other again everything does, and no promise was"
                                + " broken (I18).")
                .mixed(3, 90)
                .attackedBy(Partition.between(List.of(R0, R1), List.of(R2, R3))
                        .until(When.after(healed)))
                .expecting(
                        Count.of(
                                        "completed while cut",
                                        run -> run.completed()
                                                .filter(done -> done.nanos() < healed.toNanos())
                                                .count())
                                .none(),
                        Count.completed().exactly(90),
                        touched(Touch.Kind.DROPPED).atLeast(10));
    }
}
