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
import dev.weevil.adversaries.schedule.Play;
import dev.weevil.adversaries.schedule.Schedule;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.When;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Rules;

/**
 * S2' with r2 faulty: a correct primary in view 0, whose order to one backup was lost. r2 is a backup
 * that keeps the certificate to itself, and as the primary of view 2 starts the view from its own lie.
 * c0 asks for a; c1 for b, and then reads it back.
 */
public final class S2ByR2 {

    private static final Play B_FROM_R0 = withhold(requestsOf(C1).and(Link.to(R0)));
    private static final Play B_UNCONFIRMED = withhold(confirmations(0).and(Link.to(R0)));
    private static final Play C0_UNHEARD = withhold(requestsOf(C0));
    private static final Play B_UNCERTIFIED = withhold(commitsOf(C1));
    private static final Play READ_UNCONFIRMED = withhold(confirmations(1));

    private static final Note<ViewChange> TRUTH =
            Note.first(ViewChange.class, reports(1).and(Link.from(R2)));

    private static final Play A_LOST = withhold(orders(0).and(Link.to(R1)));

    private static final Play C0_FROM_R1 = withhold(requestsOf(C0).and(Link.to(R1)));

    private static final Play CERTIFICATE_HIDDEN = withhold(commitsOf(C0).and(Link.to(R0, R1, R3)));

    private static final Play R2_SAW_NOTHING = Reports.sawNothing(R2, 1);

    private static final Play R3_IS_LATE = withhold(reports(1).and(Link.of(R3, R1)));

    private static final Play READ_ONLY_AT_TWO = withhold(requestsOf(C1, 2).and(Link.to(R0, R1)));

    private static final Play NEVER_ENTERED = lie(
            ViewChange.class,
            reports(2).and(Link.from(R2)),
            "pretends never to have entered view 1, and shows a's certificate",
            (report, notes) ->
                    notes.of(TRUTH).map(t -> Reports.asBefore(report, t)).orElse(report));

    private S2ByR2() {}

    /**
     * The table of S2, the liar being r2.
     *
     * @param rules by which the others will judge its NEW-VIEW
     */
    public static Schedule schedule(Rules rules) {

        Play startsFromIt = lie(
                NewView.class,
                newView(2).and(Link.from(R2)),
                "starts view 2 from that report of its own",
                (proposal, notes) -> notes.of(TRUTH)
                        .map(t -> startedFrom(proposal, t, rules))
                        .orElse(proposal));

        return Schedule.named("s2-by-r2")
                .corrupting(R2)
                .noting(TRUTH)
                .first(
                        "r0 orders a; the order to r1 is lost",
                        A_LOST,
                        C0_FROM_R1,
                        B_FROM_R0,
                        B_UNCONFIRMED)
                .when(
                        When.sent(commitsOf(C0)),
                        "a's certificate reaches r2 alone",
                        CERTIFICATE_HIDDEN)
                .when(
                        When.sent(reports(1)),
                        "r1 starts view 1 from {r1, r2, r0}, where only r0 shows a",
                        R2_SAW_NOTHING,
                        R3_IS_LATE,
                        C0_UNHEARD)
                .when(
                        When.sent(newView(1)),
                        "all enter view 1 without a; b completes there without a certificate",
                        end(R3_IS_LATE),
                        end(B_FROM_R0),
                        B_UNCERTIFIED)
                .when(
                        When.completedBy(C1, 1),
                        "c1 reads b back; r2 and r3 alone hear of it, and wait in vain",
                        READ_ONLY_AT_TWO,
                        READ_UNCONFIRMED)
                .when(When.sent(reports(2)), "r2 starts view 2", NEVER_ENTERED, startsFromIt)
                .when(
                        When.sent(newView(2)),
                        "everybody is heard again",
                        end(CERTIFICATE_HIDDEN),
                        end(B_UNCERTIFIED),
                        end(C0_UNHEARD),
                        end(C0_FROM_R1),
                        end(READ_ONLY_AT_TWO));
    }

    private static NewView startedFrom(NewView proposal, ViewChange before, Rules rules) {
        return proposal.changes().stream()
                .filter(report -> report.replica().equals(R2))
                .findFirst()
                .map(own -> Reports.startedFrom(
                        proposal, Reports.asBefore(own, before), rules, new Quorums(1)))
                .orElse(proposal);
    }
}
