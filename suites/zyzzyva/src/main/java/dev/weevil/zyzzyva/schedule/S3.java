package dev.weevil.zyzzyva.schedule;

import static dev.weevil.adversaries.schedule.Play.end;
import static dev.weevil.adversaries.schedule.Play.lie;
import static dev.weevil.adversaries.schedule.Play.withhold;
import static dev.weevil.zyzzyva.schedule.Cast.C0;
import static dev.weevil.zyzzyva.schedule.Cast.C1;
import static dev.weevil.zyzzyva.schedule.Cast.C2;
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
import dev.weevil.adversaries.schedule.Play;
import dev.weevil.adversaries.schedule.Schedule;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.When;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ViewChange;

/**
 * S3: the longest certificate beats a later, completed, shorter one. The conference paper's rule loses
 * b; the technical report's escapes, because its null requests push b up. c0 asks for a1, c1 for a2,
 * c2 for b, and then reads it back.
 */
public final class S3 {

    private static final Note<ViewChange> TRUTH =
            Note.first(ViewChange.class, reports(1).and(Link.from(R0)));

    private static final Play AS_FROM_R1 = withhold(orders(0).and(Link.to(R1)));

    private static final Play ASKERS_FROM_R1 =
            withhold(Messages.of(Request.class).and(Link.from(C0, C1)).and(Link.to(R1)));

    private static final Play CERTIFICATES_HIDDEN =
            withhold(Messages.of(Commit.class).and(Link.from(C0, C1)).and(Link.to(R1, R2, R3)));

    private static final Play B_FROM_R0 = withhold(requestsOf(C2).and(Link.to(R0)));

    private static final Play B_UNCONFIRMED = withhold(confirmations(0).and(Link.to(R0)));

    private static final Play R0_SAW_NOTHING = Reports.sawNothing(R0, 1);

    private static final Play R3_IS_LATE = withhold(reports(1).and(Link.of(R3, R1)));

    private static final Play ASKERS_UNHEARD =
            withhold(Messages.of(Request.class).and(Link.from(C0, C1)));

    private static final Play B_FROM_R3 = withhold(orders(1).and(Link.to(R3)));

    private static final Play CERTIFICATE_FROM_R3 = withhold(commitsOf(C2).and(Link.to(R3)));

    private static final Play READ_ONLY_AT_R2 =
            withhold(requestsOf(C2, 2).and(Link.to(R0, R1, R3)));

    private static final Play READ_UNCONFIRMED = withhold(confirmations(1));

    private static final Play R0_NEVER_ENTERED = lie(
            ViewChange.class,
            reports(2).and(Link.from(R0)),
            "pretends never to have entered view 1, and shows a2's certificate",
            (report, notes) ->
                    notes.of(TRUTH).map(t -> Reports.asBefore(report, t)).orElse(report));

    private static final Play R3_IS_LATE_AGAIN = withhold(reports(2).and(Link.of(R3, R2)));

    private S3() {}

    /** With r0 faulty. */
    public static Schedule schedule() {
        return Schedule.named("s3")
                .corrupting(R0)
                .noting(TRUTH)
                .first(
                        "r0 orders a1 and a2 to r2 and r3, ignores b, and keeps the certificates",
                        AS_FROM_R1,
                        ASKERS_FROM_R1,
                        CERTIFICATES_HIDDEN,
                        B_FROM_R0,
                        B_UNCONFIRMED)
                .when(
                        When.sent(reports(1)),
                        "r1 starts view 1 from {r1, r2, r0}, where only r2 shows a1 and a2",
                        R0_SAW_NOTHING,
                        R3_IS_LATE,
                        ASKERS_UNHEARD)
                .when(
                        When.sent(newView(1)),
                        "all enter view 1 with nothing; r3 is slow, and b completes on two phases",
                        end(R3_IS_LATE),
                        end(B_FROM_R0),
                        B_FROM_R3,
                        CERTIFICATE_FROM_R3)
                .when(
                        When.completedBy(C2, 1),
                        "c2 reads b back; r2 alone hears of it, waits in vain, and accuses with r0",
                        READ_ONLY_AT_R2,
                        READ_UNCONFIRMED,
                        Forged.accusation(R0, 1, R1, R2, R3))
                .when(
                        When.sent(reports(2)),
                        "r2 starts view 2 from {r2, r1, r0}: two certificates, the older is longer",
                        R0_NEVER_ENTERED,
                        R3_IS_LATE_AGAIN)
                .when(
                        When.sent(newView(2)),
                        "everybody is heard again",
                        end(R3_IS_LATE_AGAIN),
                        end(CERTIFICATES_HIDDEN),
                        end(CERTIFICATE_FROM_R3),
                        end(ASKERS_UNHEARD),
                        end(ASKERS_FROM_R1),
                        end(READ_ONLY_AT_R2));
    }
}
