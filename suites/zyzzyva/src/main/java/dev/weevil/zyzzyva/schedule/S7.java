package dev.weevil.zyzzyva.schedule;

import static dev.weevil.adversaries.schedule.Play.end;
import static dev.weevil.adversaries.schedule.Play.withhold;
import static dev.weevil.zyzzyva.schedule.Cast.C0;
import static dev.weevil.zyzzyva.schedule.Cast.C1;
import static dev.weevil.zyzzyva.schedule.Cast.R0;
import static dev.weevil.zyzzyva.schedule.Cast.R1;
import static dev.weevil.zyzzyva.schedule.Cast.R2;
import static dev.weevil.zyzzyva.schedule.Traffic.commitsOf;
import static dev.weevil.zyzzyva.schedule.Traffic.confirmations;
import static dev.weevil.zyzzyva.schedule.Traffic.newView;
import static dev.weevil.zyzzyva.schedule.Traffic.orders;
import static dev.weevil.zyzzyva.schedule.Traffic.reports;
import static dev.weevil.zyzzyva.schedule.Traffic.requestsOf;
import static dev.weevil.zyzzyva.schedule.Traffic.viewConfirms;

import dev.weevil.adversaries.schedule.Play;
import dev.weevil.adversaries.schedule.Schedule;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.When;

/**
 * S7: a view that never forms. Whoever agreed to it still reports the certificate of the last view
 * entered (V13a); without that rule a, completed on two phases, is lost. c0 asks for a, and then reads
 * it back; c1 asks for b.
 */
public final class S7 {

    private static final Play A_FROM_R2 = withhold(orders(0).and(Link.to(R2)));

    private static final Play CERTIFICATE_FROM_R2 = withhold(commitsOf(C0).and(Link.to(R2)));

    private static final Play READ_FROM_R0 = withhold(requestsOf(C0, 2).and(Link.to(R0)));

    private static final Play B_FROM_R0 = withhold(requestsOf(C1).and(Link.to(R0)));

    private static final Play UNCONFIRMED = withhold(confirmations(0).and(Link.to(R0)));

    private static final Play NOBODY_IS_CONFIRMED = withhold(viewConfirms(1));

    private static final Play R0_SAW_NOTHING = Reports.sawNothing(R0, 2);

    private static final Play R1_IS_LATE = withhold(reports(2).and(Link.of(R1, R2)));

    private S7() {}

    /** With r0 faulty. */
    public static Schedule schedule() {
        return Schedule.named("s7")
                .corrupting(R0)
                .first(
                        "a is ordered to r1 and r3 and completes with r0; then r0 ignores everybody",
                        A_FROM_R2,
                        CERTIFICATE_FROM_R2,
                        READ_FROM_R0,
                        B_FROM_R0,
                        UNCONFIRMED)
                .when(
                        When.sent(reports(1)),
                        "all agree to view 1, but nobody hears that the others do",
                        NOBODY_IS_CONFIRMED)
                .when(
                        When.sent(reports(2)),
                        "r2 starts view 2 from {r2, r3, r0}, where only r3 shows a",
                        R0_SAW_NOTHING,
                        R1_IS_LATE)
                .when(
                        When.sent(newView(2)),
                        "everybody is heard again",
                        end(R1_IS_LATE),
                        end(CERTIFICATE_FROM_R2),
                        end(READ_FROM_R0),
                        end(B_FROM_R0));
    }
}
