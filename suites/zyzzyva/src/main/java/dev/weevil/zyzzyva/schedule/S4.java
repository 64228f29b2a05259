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

import dev.weevil.adversaries.schedule.Play;
import dev.weevil.adversaries.schedule.Schedule;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.When;

/**
 * S4: the tempting repair "highest view only" is wrong without the base certificate. c0 asks for a,
 * which completes, and then reads it back; c1 asks for b.
 */
public final class S4 {

    private static final Play A_FROM_R1 = withhold(orders(0).and(Link.to(R1)));

    private static final Play CERTIFICATE_FROM_R1 = withhold(commitsOf(C0).and(Link.to(R1)));

    private static final Play READ_FROM_R0 = withhold(requestsOf(C0, 2).and(Link.to(R0)));

    private static final Play B_FROM_R0 = withhold(requestsOf(C1).and(Link.to(R0)));

    private static final Play UNCONFIRMED = withhold(confirmations(0).and(Link.to(R0)));

    private static final Play R0_SAYS_NOTHING = withhold(reports(1).and(Link.from(R0)));

    private static final Play ONLY_R0_IS_CONFIRMED =
            withhold(viewConfirms(1).and(Link.to(R1, R2, R3)));

    private static final Play R3_IS_LATE = withhold(reports(2).and(Link.of(R3, R2)));

    private S4() {}

    /** With r0 faulty. It tells no lie: it says less than it should, and enters a view alone. */
    public static Schedule schedule() {
        return Schedule.named("s4")
                .corrupting(R0)
                .first(
                        "a is ordered to r2 and r3 and completes with r0; b is ignored",
                        A_FROM_R1,
                        CERTIFICATE_FROM_R1,
                        READ_FROM_R0,
                        B_FROM_R0,
                        UNCONFIRMED)
                .when(
                        When.sent(reports(1)),
                        "r1 starts view 1 from {r1, r2, r3}; only r0 hears that all agree to it",
                        R0_SAYS_NOTHING,
                        ONLY_R0_IS_CONFIRMED)
                .when(
                        When.sent(reports(2)),
                        "r2 starts view 2 from {r2, r1, r0}: r0 alone entered view 1, rightly with a",
                        R3_IS_LATE)
                .when(
                        When.sent(newView(2)),
                        "everybody is heard again",
                        end(R3_IS_LATE),
                        end(CERTIFICATE_FROM_R1),
                        end(READ_FROM_R0),
                        end(B_FROM_R0));
    }
}
