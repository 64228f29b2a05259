package dev.weevil.zyzzyva.schedule;

import static dev.weevil.adversaries.schedule.Play.end;
import static dev.weevil.adversaries.schedule.Play.lie;
import static dev.weevil.adversaries.schedule.Play.withhold;
import static dev.weevil.zyzzyva.schedule.Cast.C0;
import static dev.weevil.zyzzyva.schedule.Cast.C1;
import static dev.weevil.zyzzyva.schedule.Cast.R0;
import static dev.weevil.zyzzyva.schedule.Cast.R1;
import static dev.weevil.zyzzyva.schedule.Cast.R2;
import static dev.weevil.zyzzyva.schedule.Cast.R3;
import static dev.weevil.zyzzyva.schedule.Cast.othersThan;
import static dev.weevil.zyzzyva.schedule.Cast.these;
import static dev.weevil.zyzzyva.schedule.Traffic.commitsOf;
import static dev.weevil.zyzzyva.schedule.Traffic.confirmations;
import static dev.weevil.zyzzyva.schedule.Traffic.newView;
import static dev.weevil.zyzzyva.schedule.Traffic.orders;
import static dev.weevil.zyzzyva.schedule.Traffic.reports;
import static dev.weevil.zyzzyva.schedule.Traffic.requestsOf;

import dev.weevil.adversaries.schedule.Note;
import dev.weevil.adversaries.schedule.Play;
import dev.weevil.adversaries.schedule.Schedule;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.ViewChange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * S2: the victim completed on the fast path, and the certificate that beats it was hidden by the
 * faulty replica. Both published readings lose b. c0 asks for a; c1 for b, and then reads it back.
 */
public final class S2 {

    private final String name;
    private final List<NodeId> faulty;
    private final List<NodeId> without;
    private final NodeId[] correct;

    /** What each liar's own code had to say of view 0. */
    private final Map<NodeId, Note<ViewChange>> truths = new TreeMap<>();

    private final Play aFromSome;
    private final Play c0FromSome;
    private final Play certificateHidden;
    private final Play lateForView1;
    private final Play readOnlyAtR2;
    private final Play lateForView2;
    private final Play bFromR0 = withhold(requestsOf(C1).and(Link.to(R0)));
    private final Play bUnconfirmed = withhold(confirmations(0).and(Link.to(R0)));
    private final Play c0Unheard = withhold(requestsOf(C0));
    private final Play bUncertified = withhold(commitsOf(C1));
    private final Play readUnconfirmed = withhold(confirmations(1));

    /**
     * The table with these parts.
     *
     * @param faulty the primary of view 0 first
     * @param without who never gets a in view 0
     * @param late correct replicas with a whose reports reach no new primary in time
     */
    private S2(
            String name, int replicas, List<NodeId> faulty, List<NodeId> without, NodeId... late) {
        this.name = name;
        this.faulty = faulty;
        this.without = without;
        this.correct = othersThan(faulty, replicas);
        faulty.forEach(liar ->
                truths.put(liar, Note.first(ViewChange.class, reports(1).and(Link.from(liar)))));
        this.aFromSome = withhold(orders(0).and(Link.to(these(without))));
        this.c0FromSome = withhold(requestsOf(C0).and(Link.to(these(without))));
        this.certificateHidden = withhold(commitsOf(C0).and(Link.to(correct)));
        this.lateForView1 = withhold(reports(1).and(Link.from(late)).and(Link.to(R1)));
        this.lateForView2 = withhold(reports(2).and(Link.from(late)).and(Link.to(R2)));
        this.readOnlyAtR2 =
                withhold(requestsOf(C1, 2).and(Link.to(othersThan(List.of(R2), replicas))));
    }

    /** As in the table: r0, the primary of view 0, is the faulty one. */
    public static Schedule schedule() {
        return new S2("s2", 4, List.of(R0), List.of(R1), R3).played();
    }

    /** n = 7, f = 2: r0 and r6 hide a certificate that they, r3, r4 and r5 signed. */
    public static Schedule withTwoLiars() {
        NodeId r4 = NodeId.replica(4);
        NodeId r5 = NodeId.replica(5);
        NodeId r6 = NodeId.replica(6);
        return new S2("s2-f2", 7, List.of(R0, r6), List.of(R1, R2), r4, r5).played();
    }

    private Schedule played() {
        return viewTwo(viewOne(Schedule.named(name)
                .corrupting(these(faulty))
                .noting(truths.values().toArray(new Note<?>[0]))
                .first(
                        "r0 orders a behind the back of " + without + ", and ignores b",
                        aFromSome,
                        c0FromSome,
                        bFromR0,
                        bUnconfirmed)
                .when(
                        When.sent(commitsOf(C0)),
                        "a's certificate reaches " + faulty + " alone",
                        certificateHidden)));
    }

    private Schedule viewOne(Schedule schedule) {
        return schedule.when(
                        When.sent(reports(1)),
                        "r1 starts view 1, and too few of its reports show a",
                        byEveryLiar(liar -> Reports.sawNothing(liar, 1), lateForView1, c0Unheard))
                .when(
                        When.sent(newView(1)),
                        "all enter view 1 without a; b completes there without a certificate",
                        end(lateForView1),
                        end(bFromR0),
                        bUncertified)
                .when(
                        When.completedBy(C1, 1),
                        "c1 reads b back; r2 alone hears of it, waits in vain, and accuses with "
                                + faulty,
                        byEveryLiar(
                                liar -> Forged.accusation(liar, 1, correct),
                                readOnlyAtR2,
                                readUnconfirmed));
    }

    private Schedule viewTwo(Schedule schedule) {
        return schedule.when(
                        When.sent(reports(2)),
                        "r2 starts view 2, and is shown a's certificate",
                        byEveryLiar(this::neverEntered, lateForView2))
                .when(
                        When.sent(newView(2)),
                        "everybody is heard again",
                        end(lateForView2),
                        end(certificateHidden),
                        end(bUncertified),
                        end(c0Unheard),
                        end(c0FromSome),
                        end(readOnlyAtR2));
    }

    private Play[] byEveryLiar(Function<NodeId, Play> lie, Play... more) {
        return Stream.concat(Stream.of(more), faulty.stream().map(lie)).toArray(Play[]::new);
    }

    private Play neverEntered(NodeId liar) {
        return lie(
                ViewChange.class,
                reports(2).and(Link.from(liar)),
                "pretends never to have entered view 1, and shows a's certificate",
                (report, notes) -> notes.of(truths.get(liar))
                        .map(truth -> Reports.asBefore(report, truth))
                        .orElse(report));
    }
}
