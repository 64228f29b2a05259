package dev.weevil.zyzzyva.schedule;

import static dev.weevil.adversaries.schedule.Play.end;
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
import static dev.weevil.zyzzyva.schedule.Traffic.viewConfirms;

import dev.weevil.adversaries.schedule.Note;
import dev.weevil.adversaries.schedule.Play;
import dev.weevil.adversaries.schedule.Schedule;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.View;
import dev.weevil.adversaries.script.When;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.Request;

import java.time.Duration;

/**
 * S6: two replicas cover a request by certificates of different views, and would acknowledge it in a
 * third that they are on their way to. Refused by the rule that replicas answer only while they work
 * in a view (K2); without it a completes, and is lost. c0 asks for a, and reads it back as soon as it
 * has completed; c1 asks for b.
 */
public final class S6 {

    /** Long enough for every retransmission that could complete a between two views. */
    private static final Duration IN_VAIN = Duration.ofSeconds(6);

    private static final Note<LocalCommit> ACKNOWLEDGED = Note.first(
            LocalCommit.class, Messages.of(LocalCommit.class).and(View.of(1)).and(Link.of(R1, C0)));

    private static final Play A_FROM_R2 = withhold(orders(0).and(Link.to(R2)));

    private static final Play FIRST_CERTIFICATE = withhold(commitsOf(C0).and(Link.to(R0, R1, R2)));

    private static final Play B_UNHEARD = withhold(requestsOf(C1));

    private static final Play A_UNCONFIRMED = withhold(confirmations(0));

    private static final Play R0_SAW_NOTHING = Reports.sawNothing(R0, 1);

    private static final Play R3_IS_LATE = withhold(reports(1).and(Link.of(R3, R1)));

    private static final Play R3_STAYS_BEHIND = withhold(newView(1).and(Link.to(R3)));

    private static final Play R3_STAYS_OUT = withhold(viewConfirms(1).and(Link.to(R3)));

    private static final Play C0_FROM_R3 =
            withhold(Messages.of(Request.class, Commit.class).and(Link.of(C0, R3)));

    private static final Play SECOND_CERTIFICATE = withhold(commitsOf(C0).and(Link.to(R0, R2, R3)));

    private static final Play B_HEARD_BY_R2 = withhold(requestsOf(C1).and(Link.to(R0, R1, R3)));

    private static final Play B_UNCONFIRMED = withhold(confirmations(1));

    private static final Play NO_REPORTS_YET = withhold(reports(2));

    private static final Play R0_SAW_NOTHING_AGAIN = Reports.forgotView(R0, 1);

    private static final Play R1_IS_LATE = withhold(reports(2).and(Link.of(R1, R2)));

    private S6() {}

    /** With r0 faulty. */
    public static Schedule schedule() {
        Schedule named = Schedule.named("s6").corrupting(R0).noting(ACKNOWLEDGED);
        return betweenViews(twoCertificates(named));
    }

    private static Schedule twoCertificates(Schedule schedule) {
        return schedule.first(
                        "r0 orders a to r1 and r3; its certificate reaches r3 alone",
                        A_FROM_R2,
                        FIRST_CERTIFICATE,
                        B_UNHEARD,
                        A_UNCONFIRMED)
                .when(
                        When.sent(commitsOf(C0)),
                        "r2 will hear of a and wait in vain, and accuses with r0",
                        Forged.accusation(R0, 0, R1, R2, R3))
                .when(
                        When.sent(reports(1)),
                        "r1 starts view 1 from {r1, r2, r0}, where only r1 shows a; r3 stays out",
                        R0_SAW_NOTHING,
                        R3_IS_LATE,
                        C0_FROM_R3,
                        R3_STAYS_BEHIND,
                        R3_STAYS_OUT)
                .when(
                        When.sent(newView(1)),
                        "r1 orders a again; its new certificate reaches r1 alone",
                        end(FIRST_CERTIFICATE),
                        SECOND_CERTIFICATE,
                        end(B_UNHEARD),
                        B_HEARD_BY_R2,
                        B_UNCONFIRMED)
                .when(
                        When.sent(ACKNOWLEDGED.scope()),
                        "r2 has heard of b and waits in vain, and accuses with r0",
                        Forged.accusation(R0, 1, R1, R2, R3));
    }

    private static Schedule betweenViews(Schedule schedule) {
        return schedule.when(
                        When.sent(reports(2)),
                        "all leave for view 2; r1 and r3 hear of a's certificate, r0 vouches for it",
                        NO_REPORTS_YET,
                        R0_SAW_NOTHING_AGAIN,
                        end(SECOND_CERTIFICATE),
                        end(C0_FROM_R3),
                        Forged.localCommit(R0, ACKNOWLEDGED, 2, C0))
                .when(
                        When.sent(requestsOf(C0, 2)),
                        "r2 starts view 2 from {r2, r3, r0}",
                        end(NO_REPORTS_YET),
                        R1_IS_LATE)
                .atTheLatest(IN_VAIN)
                .when(
                        When.sent(newView(2)),
                        "everybody is heard again",
                        end(R1_IS_LATE),
                        end(R3_STAYS_BEHIND),
                        end(R3_STAYS_OUT),
                        end(B_HEARD_BY_R2));
    }
}
