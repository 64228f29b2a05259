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
import static dev.weevil.zyzzyva.schedule.Traffic.commitsOf;
import static dev.weevil.zyzzyva.schedule.Traffic.confirmations;
import static dev.weevil.zyzzyva.schedule.Traffic.newView;
import static dev.weevil.zyzzyva.schedule.Traffic.orders;
import static dev.weevil.zyzzyva.schedule.Traffic.reports;
import static dev.weevil.zyzzyva.schedule.Traffic.requestsOf;

import dev.weevil.adversaries.schedule.Note;
import dev.weevil.adversaries.schedule.Notes;
import dev.weevil.adversaries.schedule.Play;
import dev.weevil.adversaries.schedule.Schedule;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.When;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.ViewChange;

import java.util.List;
import java.util.Optional;

/**
 * S2' with r1 faulty: a correct primary in view 0, whose ORDER to one backup was lost. The code of r1
 * never hears of a, for which r1 answers all the same; as the primary of view 1 it therefore tells the
 * truth as it knows it. c0 asks for a; c1 for b, and then reads it back.
 */
public final class S2ByR1 {

    private static final Play B_FROM_R0 = withhold(requestsOf(C1).and(Link.to(R0)));
    private static final Play B_UNCONFIRMED = withhold(confirmations(0).and(Link.to(R0)));
    private static final Play C0_UNHEARD = withhold(requestsOf(C0));
    private static final Play B_UNCERTIFIED = withhold(commitsOf(C1));
    private static final Play READ_UNCONFIRMED = withhold(confirmations(1));

    private static final Note<OrderRequest> ORDER =
            Note.first(OrderRequest.class, Messages.of(OrderRequest.class).and(Link.of(R0, R1)));

    private static final Note<SpeculativeResponse> ANSWER = Note.first(
            SpeculativeResponse.class, Messages.of(SpeculativeResponse.class).and(Link.of(R0, C0)));

    private static final Note<Commit> CERTIFICATE =
            Note.first(Commit.class, commitsOf(C0).and(Link.to(R1)));

    private static final Play A_LOST = withhold(orders(0).and(Link.to(R1, R3)));

    private static final Play C0_FROM_THESE_TWO = withhold(requestsOf(C0).and(Link.to(R1, R3)));

    private static final Play CERTIFICATE_HIDDEN = withhold(commitsOf(C0));

    private static final Play R2_IS_LATE = withhold(reports(1).and(Link.of(R2, R1)));

    private static final Play READ_ONLY_AT_R2 =
            withhold(requestsOf(C1, 2).and(Link.to(R0, R1, R3)));

    private static final Play R0_IS_LATE = withhold(reports(2).and(Link.of(R0, R2)));

    private static final Play NEVER_ENTERED = lie(
            ViewChange.class,
            reports(2).and(Link.from(R1)),
            "pretends never to have entered view 1, and shows a's CERTIFICATE",
            (report, notes) -> ofViewZero(report, notes, ORDER, CERTIFICATE));

    private S2ByR1() {}

    /** The table of S2, the liar being r1. */
    public static Schedule schedule() {
        return Schedule.named("s2-by-r1")
                .corrupting(R1)
                .noting(ORDER, ANSWER, CERTIFICATE)
                .first(
                        "r0 orders a; the ORDER to r3 is lost, r1 hides it from its code",
                        A_LOST,
                        C0_FROM_THESE_TWO,
                        B_FROM_R0,
                        B_UNCONFIRMED)
                .when(
                        When.sent(ANSWER.scope()),
                        "r1 answers as r0 does",
                        Forged.echo(R1, ANSWER, C0))
                .when(
                        When.sent(commitsOf(C0)),
                        "a's CERTIFICATE reaches r1 alone, which hides it from its code",
                        CERTIFICATE_HIDDEN)
                .when(
                        When.sent(reports(1)),
                        "r1 starts view 1 from {r1, r3, r0}, where only r0 shows a",
                        R2_IS_LATE,
                        C0_UNHEARD)
                .when(
                        When.sent(newView(1)),
                        "all enter view 1 without a; b completes there without a CERTIFICATE",
                        end(R2_IS_LATE),
                        end(B_FROM_R0),
                        B_UNCERTIFIED)
                .when(
                        When.completedBy(C1, 1),
                        "c1 reads b back; r2 alone hears of it, waits in vain, and accuses with r1",
                        READ_ONLY_AT_R2,
                        READ_UNCONFIRMED,
                        Forged.accusation(R1, 1, R0, R2, R3))
                .when(
                        When.sent(reports(2)),
                        "r2 starts view 2 from {r2, r3, r1}",
                        NEVER_ENTERED,
                        R0_IS_LATE)
                .when(
                        When.sent(newView(2)),
                        "everybody is heard again",
                        end(R0_IS_LATE),
                        end(CERTIFICATE_HIDDEN),
                        end(B_UNCERTIFIED),
                        end(C0_UNHEARD),
                        end(C0_FROM_THESE_TWO),
                        end(READ_ONLY_AT_R2));
    }

    private static ViewChange ofViewZero(
            ViewChange truth, Notes notes, Note<OrderRequest> ORDER, Note<Commit> CERTIFICATE) {
        Optional<OrderRequest> a = notes.of(ORDER);
        Optional<Commit> commit = notes.of(CERTIFICATE);
        return a.isEmpty() || commit.isEmpty()
                ? truth
                : Reports.ofViewZero(
                        truth,
                        List.of(new LoggedItem(0, a.get().item(1))),
                        Optional.of(commit.get().certificate()));
    }
}
