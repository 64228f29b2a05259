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
import static dev.weevil.zyzzyva.schedule.Traffic.checkpointing;
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
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.View;
import dev.weevil.adversaries.script.When;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.ViewChange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * S5: a checkpoint proof mixed from two views, neither of which has one. Refused by the rule that a
 * proof is of one view (G4); without it b, completed in view 2, is lost to a. Number 1 is a
 * checkpoint: needs {@code checkpointInterval} 1. c0 asks for a; c1 for b, and then reads it back.
 */
public final class S5 {

    private static final Scope CHECKPOINTS = Messages.of(Checkpoint.class);

    private static final Note<Checkpoint> OF_R2 =
            Note.first(Checkpoint.class, CHECKPOINTS.and(View.of(0)).and(Link.from(R2)));
    private static final Note<Checkpoint> OF_R3 =
            Note.first(Checkpoint.class, CHECKPOINTS.and(View.of(1)).and(Link.from(R3)));
    private static final Note<Checkpoint> OF_R0 =
            Note.first(Checkpoint.class, CHECKPOINTS.and(View.of(1)).and(Link.from(R0)));
    private static final Note<SpeculativeResponse> ANSWER = Note.first(
            SpeculativeResponse.class,
            Messages.of(SpeculativeResponse.class).and(View.of(2)).and(Link.of(R1, C1)));

    private static final Play VOTES = withhold(Messages.of(CheckpointVote.class));

    private static final Play CHECKPOINTS_ONLY_TO_R0 =
            withhold(CHECKPOINTS.and(Link.to(R1, R2, R3)));

    private static final Play A_FROM_R1 = withhold(orders(0).and(Link.to(R1)));

    private static final Play C0_FROM_R2 = withhold(requestsOf(C0).and(Link.to(R2)));

    private static final Play B_UNHEARD = withhold(requestsOf(C1));

    private static final Play B_HEARD_BY_R2 = withhold(requestsOf(C1).and(Link.to(R0, R1, R3)));

    private static final Play A_UNCONFIRMED = withhold(confirmations(0));

    private static final Play FIRST_CERTIFICATE = withhold(commitsOf(C0).and(Link.to(R0, R1, R3)));

    private static final Play R0_SAW_NOTHING = Reports.sawNothing(R0, 1);

    private static final Play R2_IS_LATE = withhold(reports(1).and(Link.of(R2, R1)));

    private static final Play A_FROM_R2 = withhold(orders(1).and(Link.to(R2)));

    private static final Play SECOND_CERTIFICATE = withhold(commitsOf(C0).and(Link.to(R1, R2)));

    private static final Play B_UNCONFIRMED = withhold(confirmations(1));

    private static final Play R0_SAW_NOTHING_AGAIN = Reports.forgotView(R0, 1);

    private static final Play R3_IS_LATE = withhold(reports(2).and(Link.of(R3, R2)));

    private static final Play C0_UNHEARD = withhold(requestsOf(C0));

    private static final Play B_UNCERTIFIED = withhold(commitsOf(C1));

    private static final Play NO_CHECKPOINT = withhold(checkpointing(2));

    private static final Play READ_ONLY_AT_R3 =
            withhold(requestsOf(C1, 2).and(Link.to(R0, R1, R2)));

    private static final Play READ_UNCONFIRMED = withhold(confirmations(2));

    private static final Play R0_HAS_A_PROOF = lie(
            ViewChange.class,
            reports(3).and(Link.from(R0)),
            "proves a's checkpoint by messages of two views",
            S5::mixed);

    private static final Play R1_IS_LATE = withhold(reports(3).and(Link.of(R1, R3)));

    private S5() {}

    /** With r0 faulty. */
    public static Schedule schedule() {
        Schedule named = Schedule.named("s5").corrupting(R0).noting(OF_R2, OF_R3, OF_R0, ANSWER);
        return viewThree(viewTwo(viewOne(viewZero(named))));
    }

    private static Schedule viewZero(Schedule schedule) {
        return schedule.first(
                        "r0 orders a to r2 and r3; its certificate reaches r2 alone, and what r2"
                                + " says of the checkpoint reaches r0 alone",
                        VOTES,
                        CHECKPOINTS_ONLY_TO_R0,
                        A_FROM_R1,
                        C0_FROM_R2,
                        B_UNHEARD,
                        A_UNCONFIRMED,
                        FIRST_CERTIFICATE)
                .when(
                        When.sent(OF_R2.scope()),
                        "r1 has heard of a and waits in vain, and accuses with r0",
                        Forged.accusation(R0, 0, R1, R2, R3));
    }

    private static Schedule viewOne(Schedule schedule) {
        return schedule.when(
                        When.sent(reports(1)),
                        "r1 starts view 1 from {r1, r3, r0}, where only r3 shows a",
                        R0_SAW_NOTHING,
                        R2_IS_LATE)
                .when(
                        When.sent(newView(1)),
                        "r1 orders a again, to r3 and r0; its new certificate reaches r3 and r0",
                        end(R2_IS_LATE),
                        A_FROM_R2,
                        end(FIRST_CERTIFICATE),
                        SECOND_CERTIFICATE,
                        end(B_UNHEARD),
                        B_HEARD_BY_R2,
                        B_UNCONFIRMED)
                .when(
                        When.sent(OF_R3.scope()),
                        "r2 has heard of b and waits in vain, and accuses with r0",
                        Forged.accusation(R0, 1, R1, R2, R3));
    }

    private static Schedule viewTwo(Schedule schedule) {
        return schedule.when(
                        When.sent(reports(2)),
                        "r2 starts view 2 from {r2, r1, r0}, where only r1 shows a",
                        R0_SAW_NOTHING_AGAIN,
                        R3_IS_LATE,
                        C0_UNHEARD)
                .when(
                        When.sent(newView(2)),
                        "all enter view 2 without a; b is ordered there",
                        end(R3_IS_LATE),
                        end(B_HEARD_BY_R2),
                        B_UNCERTIFIED,
                        NO_CHECKPOINT)
                .when(
                        When.sent(ANSWER.scope()),
                        "b completes without a certificate, r0 answering whatever its code does",
                        Forged.echo(R0, ANSWER, C1))
                .when(
                        When.completedBy(C1, 1),
                        "c1 reads b back; r3 alone hears of it, waits in vain, and accuses with r0",
                        READ_ONLY_AT_R3,
                        READ_UNCONFIRMED,
                        Forged.accusation(R0, 2, R1, R2, R3));
    }

    private static Schedule viewThree(Schedule schedule) {
        return schedule.when(
                        When.sent(reports(3)),
                        "r3 starts view 3 from {r3, r2, r0}, if it takes r0's report",
                        R0_HAS_A_PROOF,
                        R1_IS_LATE)
                .when(
                        When.sent(newView(3)),
                        "everybody is heard again",
                        end(R1_IS_LATE),
                        end(VOTES),
                        end(CHECKPOINTS_ONLY_TO_R0),
                        end(C0_FROM_R2),
                        end(C0_UNHEARD),
                        end(SECOND_CERTIFICATE),
                        end(B_UNCERTIFIED),
                        end(READ_ONLY_AT_R3))
                .atTheLatest(Duration.ofMillis(300));
    }

    private static ViewChange mixed(ViewChange truth, Notes notes) {
        List<Checkpoint> proof = new ArrayList<>();
        for (Note<Checkpoint> note : List.of(OF_R0, OF_R2, OF_R3)) {
            notes.of(note).ifPresent(proof::add);
        }
        return Reports.proving(truth, 1, proof);
    }
}
