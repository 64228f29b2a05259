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
import dev.weevil.adversaries.schedule.Play;
import dev.weevil.adversaries.schedule.Schedule;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.When;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ViewChange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * S1: the victim completed on the fast path, and the certificate that beats it was kept by a correct
 * replica. The technical report's rule loses b. c0 asks for a; c1 for b, and then reads it back.
 */
public final class S1 {

    private static final Note<Request> B = Note.first(Request.class, requestsOf(C1));

    private static final Play A_FROM_R1 = withhold(orders(0).and(Link.to(R1)));
    private static final Play C0_FROM_R1 = withhold(requestsOf(C0).and(Link.to(R1)));
    private static final Play B_FROM_R0 = withhold(requestsOf(C1).and(Link.to(R0)));
    private static final Play B_UNCONFIRMED = withhold(confirmations(0).and(Link.to(R0)));
    private static final Play CC_FROM_R1_AND_R3 = withhold(commitsOf(C0).and(Link.to(R1, R3)));
    private static final Play R2_IS_LATE = withhold(reports(1).and(Link.of(R2, R1)));
    private static final Play C0_UNHEARD = withhold(requestsOf(C0));
    private static final Play B_UNCERTIFIED = withhold(commitsOf(C1));
    private static final Play READ_ONLY_AT_R2 =
            withhold(requestsOf(C1, 2).and(Link.to(R0, R1, R3)));
    private static final Play READ_UNCONFIRMED = withhold(confirmations(1));

    private static final Play R0_CLAIMS_B = lie(
            ViewChange.class,
            reports(1).and(Link.from(R0)),
            "claims to have accepted b, and no certificate",
            (report, notes) -> notes.of(B)
                    .map(b -> Reports.ofViewZero(
                            report,
                            List.of(new LoggedItem(0, Forged.firstItem(b, notes))),
                            Optional.empty()))
                    .orElse(report));

    private S1() {}

    /** As in the table, with r0 faulty. */
    public static Schedule schedule() {
        return upToViewOne("s1")
                .when(
                        When.sent(newView(1)),
                        "all enter view 1 with b; it completes there without a certificate",
                        end(R2_IS_LATE),
                        end(B_FROM_R0),
                        B_UNCERTIFIED)
                .when(
                        When.completedBy(C1, 1),
                        "c1 reads b back; r2 alone hears of it, waits in vain, and accuses with r0",
                        READ_ONLY_AT_R2,
                        READ_UNCONFIRMED,
                        Forged.accusation(R0, 1, R1, R2, R3))
                .when(
                        When.sent(newView(2)),
                        "view 2 starts from r2's report and two others; everybody is heard again",
                        end(CC_FROM_R1_AND_R3),
                        end(C0_FROM_R1),
                        end(C0_UNHEARD),
                        end(B_UNCERTIFIED),
                        end(READ_ONLY_AT_R2));
    }

    /**
     * Steps 1 to 9 with number 1 being a checkpoint: r0 adds a CHECKPOINT of its own to r2's, and f+1
     * would make it stable (11.6). Needs {@code checkpointInterval} 1.
     */
    public static Schedule atACheckpoint() {
        Play votes = withhold(checkpointing(0).and(Messages.of(CheckpointVote.class)));
        Play r2sCheckpoint = withhold(checkpointing(0).and(Link.from(R2)));
        Play r0sCheckpoint = withhold(checkpointing(0).and(Link.of(R0, R1)));
        Play r0sCheckpointToo = withhold(checkpointing(0).and(Link.of(R0, R3)));
        return upToViewOne("s1-checkpoint", votes, r2sCheckpoint, r0sCheckpoint, r0sCheckpointToo)
                .when(
                        When.sent(newView(1)),
                        "all but r2 enter view 1 with b, or r2 too",
                        end(R2_IS_LATE),
                        end(B_FROM_R0))
                .when(
                        When.completedBy(C1, 1),
                        "everybody is heard again",
                        end(CC_FROM_R1_AND_R3),
                        end(C0_FROM_R1),
                        end(C0_UNHEARD));
    }

    private static Schedule upToViewOne(String name, Play... more) {
        return Schedule.named(name)
                .corrupting(R0)
                .noting(B)
                .first(
                        "r0 orders a at number 1 to r2 and r3",
                        plus(more, A_FROM_R1, C0_FROM_R1, B_FROM_R0, B_UNCONFIRMED))
                .when(
                        When.sent(requestsOf(C1)),
                        "r0 orders b at number 1 to r1",
                        Forged.firstOrder(R0, B, R1))
                .when(
                        When.sent(commitsOf(C0)),
                        "a's certificate reaches r2 and r0 alone",
                        CC_FROM_R1_AND_R3)
                .when(
                        When.sent(reports(1)),
                        "r1 starts view 1 from {r1, r3, r0}, two of which show b",
                        R0_CLAIMS_B,
                        R2_IS_LATE,
                        C0_UNHEARD);
    }

    private static Play[] plus(Play[] more, Play... plays) {
        return Stream.of(plays, more).flatMap(Stream::of).toArray(Play[]::new);
    }
}
