package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.network.Partition;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.View;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.ViewChange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Section 17.5: what a view change must keep and what it may drop, scenarios 55 to 60. */
final class Survival {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);

    private Survival() {}

    static List<Trial> trials() {
        return List.of(
                completedAtOnce(),
                completedInTwoPhases(),
                tooLittleSupport(),
                rollback(),
                missedView(),
                lateCommit());
    }

    private static Trial puts(int number, String claim) {
        return Trial.of(number, claim).asking(List.of(Ask.puts("x", 10))).inStep();
    }

    private static Tellings enteredAt(long view, long least) {
        return Views.entered(view)
                .where("at " + least + " or later", fact -> fact.sequence() >= least);
    }

    private static Sendings emptyReportOf(NodeId replica) {
        return Views.startedFrom(
                1,
                "from an empty report of " + replica,
                report -> report.replica().equals(replica) && report.last() == 0);
    }

    /** R0 stops ordering after six requests, and says it never ordered any. */
    private static Trial completedAtOnce() {
        return puts(
                        55,
                        "Six requests complete at once; the view after starts from the reports of a"
                                + " liar who knows of nothing, and of two of the three correct replicas:"
                                + " f+1 of 2f+1 still show them, and nobody undoes any (V9, I8).")
                .attackedBy(Silence.withholding(R0, Messages.of(OrderRequest.class))
                        .from(When.completed(6))
                        .then(Lie.by(R0).in(ViewChange.class, FalseReports::empty))
                        .then(Unheard.reportOf(R3, 1, R1)))
                .expecting(
                        Count.told(Fact.COMPLETED).saying("4a").inView(0).exactly(6),
                        emptyReportOf(R0).atLeast(3),
                        Views.startedWithout(1, R3).atLeast(3),
                        enteredAt(1, 6).exactly(3),
                        Count.told(Fact.ROLLED_BACK).none(),
                        Count.completed().exactly(10),
                        Count.view().exactly(1));
    }

    /** Besides, R3 never heard of any, and R2's certificate is not heard of. */
    private static Trial completedInTwoPhases() {
        return puts(
                        56,
                        "Three requests complete in two phases, and one replica heard of none; the"
                                + " view after starts from its report, from that of a liar who knows of"
                                + " nothing, and from one certificate: that is enough (11.5, I8).")
                .attackedBy(Silence.withholding(R0, Messages.of(OrderRequest.class))
                        .from(When.completed(3))
                        .then(Unheard.ordersOf(0, R3))
                        .then(Lie.by(R0).in(ViewChange.class, FalseReports::empty))
                        .then(Unheard.reportOf(R2, 1, R1)))
                .expecting(
                        Count.told(Fact.COMPLETED).inView(0).exactly(3),
                        Count.completed("4a").inView(0).none(),
                        emptyReportOf(R0).atLeast(3),
                        emptyReportOf(R3).atLeast(3),
                        Views.startedWithout(1, R2).atLeast(3),
                        enteredAt(1, 3).exactly(3),
                        Count.told(Fact.ROLLED_BACK).none(),
                        Count.completed().exactly(10),
                        Count.view().exactly(1));
    }

    /** The fourth request reaches R3 alone, and the primary's report is not heard. */
    private static Trial tooLittleSupport() {
        return puts(
                        57,
                        "What only f of 2f+1 report is dropped and undone; the client's"
                                + " retransmission has it ordered anew, and it is executed once (9.4, V12,"
                                + " I3).")
                .attackedBy(Unheard.ordersOf(0, R1, R2)
                        .on(Sequence.from(4))
                        .then(Unheard.reportOf(R0, 1, R1)))
                .expecting(
                        Count.told(Fact.EXECUTED).by(R3).inView(0).at(4).exactly(1),
                        Views.startedFrom(
                                        1,
                                        "from a report of r3 of 4",
                                        report -> report.replica().equals(R3) && report.last() == 4)
                                .atLeast(3),
                        enteredAt(1, 4).none(),
                        Count.told(Fact.ROLLED_BACK).by(R3).at(3).exactly(1),
                        Count.told(Fact.EXECUTED).by(R3).inView(1).at(4).exactly(1),
                        Count.completed().exactly(10),
                        Count.view().exactly(1));
    }

    /** R3 is told the first three requests in another order. */
    private static Trial rollback() {
        return Trial.of(
                        58,
                        "A replica that was misled about three numbers undoes them, with what its"
                                + " client table says of their clients, and executes them again in the"
                                + " order of the others: its state at the next checkpoint is theirs (V12,"
                                + " I15).")
                .with("batch", 1)
                .with("checkpointInterval", 4)
                .asking(3, 12, (client, count, random) -> Ask.append("k", "c" + client))
                .inStep()
                .attackedBy(Retold.by(R0)
                        .towards(
                                Set.of(R3),
                                "reversed-orders",
                                "reverses the first three requests in messages",
                                (ordered, format) -> reversed(ordered)))
                .expecting(
                        Count.told(Fact.EXECUTED).by(R3).inView(0).exactly(3),
                        Count.historiesAt(3).atLeast(2),
                        Count.told(Fact.ROLLED_BACK)
                                .by(R3)
                                .at(0)
                                .saying("from 3")
                                .exactly(1),
                        Count.told(Fact.EXECUTED).by(R3).inView(1).atLeast(3),
                        Count.told(Fact.STABLE).by(R3).at(12).exactly(1),
                        Logs.statesAt(12).exactly(1),
                        Count.told("transferred").none(),
                        Count.completed().exactly(12),
                        Count.view().exactly(1));
    }

    private static List<OrderedItem> reversed(List<OrderedItem> ordered) {
        if (ordered.size() != 3) {
            return List.of();
        }
        List<OrderedItem> items = new ArrayList<>(ordered);
        Collections.reverse(items);
        return items;
    }

    /** R3 alone keeps a request that view 1 dropped while it was away. */
    private static Trial missedView() {
        return puts(
                        59,
                        "A replica that was away for the whole of view 1 brings a report of view 0 into"
                                + " the next view change, with a request that view 1 dropped: nobody"
                                + " listens to it, and the replica follows the others (9.4, 11.2).")
                .attackedBy(Unheard.ordersOf(0, R1, R2)
                        .on(Sequence.from(4))
                        .then(Partition.of(List.of(R3))
                                .from(When.sent(Messages.of(ViewChange.class).and(View.of(1))))
                                .until(When.sent(Messages.of(ViewChange.class).and(View.of(2)))))
                        .then(Unheard.ordersOf(1, R0, R2).from(When.completed(7)))
                        .then(Unheard.reportOf(R0, 2, R2)))
                .expecting(
                        Count.told(Fact.EXECUTED).by(R3).inView(0).at(4).exactly(1),
                        Views.entered(1).exactly(3),
                        Views.entered(1).by(R3).none(),
                        Views.startedFrom(
                                        2,
                                        "from a report of r3 of 4 in view 0",
                                        report -> report.replica().equals(R3)
                                                && report.lastView() == 0
                                                && report.last() == 4)
                                .atLeast(3),
                        Views.entered(2).by(R3).exactly(1),
                        Views.entered(2).exactly(4),
                        Count.completed().exactly(10),
                        Count.view().exactly(2));
    }

    /** The fourth request's certificate is on its way when view 0 is left for the fifth's sake. */
    private static Trial lateCommit() {
        return Trial.of(
                        60,
                        "A COMMIT of view 0 that arrives after the replica has left the view is not"
                                + " answered, though its certificate is good; the request completes in"
                                + " view 1 (K2, 11.4, I11).")
                .with("batch", 1)
                .asking(List.of(Ask.puts("x", 6), Ask.puts("y", 6)))
                .inStep()
                .attackedBy(Loss.all()
                        .named("unheard-answers")
                        .on(Messages.of(SpeculativeResponse.class))
                        .on(View.of(0))
                        .on(Link.from(R3))
                        .on(Sequence.from(5))
                        .then(Partition.holding(
                                        List.of(NodeId.client(0), NodeId.client(1)),
                                        List.of(R0, R1, R2, R3),
                                        When.sent(Messages.of(ViewChange.class).and(Link.from(R3))))
                                .on(Messages.of(Commit.class))
                                .on(View.of(0)))
                        .then(Unheard.ordersOf(0, R1, R2).on(Sequence.from(6))))
                .expecting(
                        Count.sent(Commit.class).inView(0).atLeast(4),
                        Count.told(Fact.REFUSED)
                                .saying("Commit from c")
                                .where(
                                        "between views",
                                        fact -> fact.detail().contains("between views"))
                                .atLeast(3),
                        Count.sent(LocalCommit.class).inView(0).none(),
                        Count.told(Fact.COMPLETED).at(5).inView(1).exactly(1),
                        Count.completed().exactly(12),
                        Count.view().exactly(1));
    }
}
