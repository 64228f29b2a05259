package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.View;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.ViewChange;

import java.util.List;
import java.util.function.UnaryOperator;

/** Section 17.5: what a replica may try with its VIEW-CHANGE, scenarios 52 to 54. */
final class ReportLies {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);

    private ReportLies() {}

    static List<Trial> trials() {
        return List.of(
                forgedCertificate(
                        "thin",
                        "A VIEW-CHANGE whose certificate has 2f signatures is dropped; the view"
                                + " forms without it (K1, 4.1).",
                        FalseReports::withThinCertificate),
                forgedCertificate(
                        "repeated",
                        "A VIEW-CHANGE whose certificate counts one replica twice is dropped; the"
                                + " view forms without it (K1, 4.1).",
                        FalseReports::withRepeatedSigner),
                staleCheckpoint(),
                staleView(),
                falseBase(
                        "no-base",
                        "A VIEW-CHANGE that claims to have entered a view, and does not show its"
                                + " base, is dropped (4.1).",
                        FalseReports::withoutBase),
                falseBase(
                        "thin-base",
                        "A VIEW-CHANGE whose base only f+1 replicas confirmed is dropped: with one"
                                + " correct replica among them the view might not have begun so (4.1,"
                                + " 11.4).",
                        FalseReports::withThinBase));
    }

    private static Trial puts(int number, String claim) {
        return Trial.of(number, claim).asking(List.of(Ask.puts("x", 10))).inStep();
    }

    private static Tellings dropped(NodeId by, String why) {
        return Count.told(Fact.REFUSED).by(by).saying("ViewChange from r3: " + why);
    }

    /** R3 answers no client, so that certificates come into being. */
    private static Trial forgedCertificate(
            String variant, String claim, UnaryOperator<ViewChange> lie) {
        String why = "its certificate does not hold";
        return puts(52, claim)
                .variant(variant)
                .attackedBy(Silence.withholding(R3, Messages.of(SpeculativeResponse.class))
                        .then(Unheard.ordersOf(0, R1, R2).from(When.completed(4)))
                        .then(Lie.by(R3).in(ViewChange.class, lie)))
                .expecting(
                        Count.sent(ViewChange.class)
                                .from(R3)
                                .where(
                                        "with a certificate",
                                        ViewChange.class,
                                        report -> report.certificate().isPresent())
                                .atLeast(3),
                        dropped(R0, why).atLeast(1),
                        dropped(R1, why).atLeast(1),
                        dropped(R2, why).atLeast(1),
                        Views.startedWithout(1, R3).atLeast(3),
                        Views.entered(1).exactly(3),
                        Count.completed().exactly(10),
                        Count.view().exactly(1));
    }

    private static Trial staleCheckpoint() {
        return puts(
                        53,
                        "A VIEW-CHANGE that shows no checkpoint, and the whole history instead, is"
                                + " valid and does not lower where the view starts: another report proves"
                                + " the checkpoint (9.4).")
                .with("checkpointInterval", 4)
                .attackedBy(Unheard.ordersOf(0, R1, R2)
                        .from(When.completed(6))
                        .then(Unheard.reportOf(R0, 1, R1))
                        .then(StaleCheckpoint.by(R3)))
                .expecting(
                        arrivedWithoutCheckpoint().atLeast(3),
                        Views.startedWithout(1, R0).atLeast(3),
                        Count.told(Fact.REFUSED).saying("ViewChange from r3").none(),
                        Count.told(Fact.STABLE).by(R1).at(4).exactly(1),
                        Views.entered(1)
                                .where("at 6 or later", fact -> fact.sequence() >= 6)
                                .exactly(3),
                        Count.told(Fact.ROLLED_BACK)
                                .where("below 6", fact -> fact.sequence() < 6)
                                .none(),
                        Count.completed().exactly(10),
                        Count.view().exactly(1));
    }

    private static Count arrivedWithoutCheckpoint() {
        return Count.of(
                "reports of r3 without its checkpoint",
                run -> run.altered(ViewChange.class)
                        .filter(report -> report.stable() == 0 && report.last() >= 6)
                        .count());
    }

    /** View 1 works for a while; then its primary is not heard by two. */
    private static Trial inViewTwo(String claim, Attack lie) {
        return puts(54, claim)
                .attackedBy(Unheard.ordersOf(0, R1, R2)
                        .from(When.completed(3))
                        .then(Unheard.ordersOf(1, R0, R2).from(When.completed(6)))
                        .then(lie))
                .expecting(
                        Views.entered(1).exactly(3),
                        Views.entered(2).exactly(3),
                        Count.completed().exactly(10),
                        Count.view().exactly(2));
    }

    private static Trial staleView() {
        return inViewTwo(
                        "A VIEW-CHANGE that pretends never to have entered view 1 is valid and"
                                + " harmless: only those that prove the newest view are listened to (9.4,"
                                + " 11.4).",
                        Lie.by(R3)
                                .in(ViewChange.class, FalseReports::ofViewZero)
                                .on(View.of(2))
                                .then(Unheard.reportOf(R0, 2, R2)))
                .variant("stale-view")
                .expecting(
                        Count.of(
                                        "reports of r3 from view 0",
                                        run -> run.altered(ViewChange.class)
                                                .filter(report -> report.lastView() == 0)
                                                .count())
                                .atLeast(3),
                        Views.startedWithout(2, R0).atLeast(3),
                        Count.told(Fact.REFUSED).saying("ViewChange from r3").none());
    }

    private static Trial falseBase(String variant, String claim, UnaryOperator<ViewChange> lie) {
        String why = "its base does not hold";
        return inViewTwo(claim, Lie.by(R3).in(ViewChange.class, lie).on(View.of(2)))
                .variant(variant)
                .expecting(
                        dropped(R0, why).atLeast(1),
                        dropped(R1, why).atLeast(1),
                        dropped(R2, why).atLeast(1),
                        Views.startedWithout(2, R3).atLeast(3));
    }
}
