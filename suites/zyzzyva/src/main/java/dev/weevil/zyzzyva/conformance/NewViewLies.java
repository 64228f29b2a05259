package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.View;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.replica.Facts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Section 17.5: what a new primary may try with its NEW-VIEW, scenarios 49 to 51. */
final class NewViewLies {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);

    private NewViewLies() {}

    static List<Trial> trials() {
        return List.of(
                wrongHistory(),
                twoProposals(),
                twoProposalsAndNoQuorum(),
                repeatedReport(),
                forgedReport());
    }

    /** Three requests complete; then the network takes the primary's orders from two backups. */
    private static Trial underLiar(int number, String claim, Attack lie) {
        return Trial.of(number, claim)
                .asking(List.of(Ask.puts("x", 8)))
                .inStep()
                .attackedBy(Unheard.ordersOf(0, R2, R3).from(When.completed(3)).then(lie))
                .expecting(
                        Count.sent(NewView.class).from(R1).inView(1).atLeast(3),
                        Views.entered(1).none(),
                        Views.entered(2).atLeast(3),
                        Count.completed().exactly(8),
                        Count.view().exactly(2));
    }

    private static Tellings refused(NodeId by, String why) {
        return Count.told(Fact.REFUSED).by(by).saying("NewView from r1: " + why);
    }

    private static Trial wrongHistory() {
        Digest wrong = Digest.of(Payload.utf8("another history"));
        String why = "another history follows";
        return underLiar(
                        49,
                        "A NEW-VIEW whose history does not follow from its reports is refused by"
                                + " everybody who computes it anew, and held against its primary (V10).",
                        Lie.by(R1).in(NewView.class, "history", wrong))
                .expecting(
                        refused(R0, why).atLeast(1),
                        refused(R2, why).atLeast(1),
                        refused(R3, why).atLeast(1),
                        Views.accused(1).saying("wrong NEW-VIEW").atLeast(2));
    }

    private static Trial repeatedReport() {
        return refusedReports(
                "A NEW-VIEW that counts one report twice has too few, and is refused (V10).",
                "repeated",
                changes -> List.of(changes.get(0), changes.get(1), changes.get(1)));
    }

    private static Trial forgedReport() {
        return refusedReports(
                "A NEW-VIEW in which the primary changed what another replica reported is refused:"
                        + " the report no longer bears its sender's signature (V10).",
                "forged",
                changes -> List.of(
                        changes.get(0), changes.get(1), FalseReports.empty(changes.get(2))));
    }

    private static Trial refusedReports(
            String claim, String variant, UnaryOperator<List<ViewChange>> forged) {
        String why = "not 2f+1 valid reports";
        return underLiar(
                        51,
                        claim,
                        Lie.by(R1)
                                .in(
                                        NewView.class,
                                        truth -> new NewView(
                                                truth.view(),
                                                forged.apply(truth.changes()),
                                                truth.last(),
                                                truth.history(),
                                                truth.seal())))
                .variant(variant)
                .expecting(
                        refused(R0, why).atLeast(1),
                        refused(R2, why).atLeast(1),
                        refused(R3, why).atLeast(1),
                        Views.accused(1).saying("wrong NEW-VIEW").atLeast(2));
    }

    /**
     * The fourth request reaches only the primary and R2. R1's proposal with R0's report has it; the
     * one with R3's in its place does not.
     */
    private static Trial ambiguous(String claim, Attack more) {
        return Trial.of(50, claim)
                .asking(List.of(Ask.puts("x", 8)))
                .inStep()
                .settling(Duration.ofSeconds(2))
                .attackedBy(Unheard.ordersOf(0, R1, R3)
                        .on(Sequence.from(4))
                        .then(Delay.of(Duration.ofMillis(20))
                                .on(Messages.of(ViewChange.class))
                                .on(View.of(1))
                                .on(Link.of(R3, R1)))
                        .then(TwoNewViews.by(R1, R0, R3))
                        .then(more))
                .expecting(
                        proposed().exactly(2),
                        confirmed(1).exactly(2),
                        Count.completed().exactly(8));
    }

    /** Initial histories that NEW-VIEWs of view 1 brought, as they arrived. */
    private static Count proposed() {
        return Count.of("histories proposed for view 1", run -> {
            List<Digest> digests = new ArrayList<>();
            run.of(TraceEvent.Sent.class)
                    .flatMap(sent -> sent.envelope().frame().message().stream())
                    .filter(NewView.class::isInstance)
                    .forEach(message -> digests.add(historyOfViewOne((NewView) message)));
            run.altered(NewView.class).forEach(proposal -> digests.add(historyOfViewOne(proposal)));
            return digests.stream()
                    .filter(digest -> !digest.equals(Digest.ZERO))
                    .distinct()
                    .count();
        });
    }

    private static Digest historyOfViewOne(NewView proposal) {
        return proposal.view() == 1 ? proposal.history() : Digest.ZERO;
    }

    /** Different ends of histories that correct replicas confirmed for the view. */
    private static Count confirmed(long view) {
        return Count.of(
                "histories confirmed for view " + view,
                run -> run.told(Facts.PROMISED)
                        .map(TraceEvent.Observed::fact)
                        .filter(fact -> fact.view() == view && fact.detail().equals("confirmed"))
                        .mapToLong(Fact::sequence)
                        .distinct()
                        .count());
    }

    private static Trial twoProposals() {
        return ambiguous(
                        "Two NEW-VIEWs, each right for its own 2f+1 reports, give one base"
                                + " certificate at most: whoever confirmed the other learns of it, takes"
                                + " its history, and enters without a second VIEW-CONFIRM (V16, I7).",
                        Attack.none())
                .expecting(
                        Views.entered(1).by(R3).exactly(1),
                        Views.entered(1).exactly(3),
                        Count.told(Facts.PROMISED)
                                .by(R3)
                                .inView(1)
                                .saying("confirmed")
                                .exactly(1),
                        Count.view().exactly(1));
    }

    private static Trial twoProposalsAndNoQuorum() {
        return ambiguous(
                        "Where neither of two NEW-VIEWs is confirmed by 2f+1, nobody enters the view;"
                                + " it is given up, and the next one starts from what was before it"
                                + " (V13a, V15).",
                        Silence.withholding(R1, Messages.of(ViewConfirm.class)))
                .variant("no-quorum")
                .expecting(
                        Views.entered(1).none(),
                        Views.gaveUp(1).atLeast(2),
                        Views.entered(2).atLeast(3),
                        Count.view().exactly(2));
    }
}
