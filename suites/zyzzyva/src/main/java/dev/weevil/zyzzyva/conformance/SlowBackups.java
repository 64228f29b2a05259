package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.settings.Variant;

import java.time.Duration;
import java.util.List;

/** Section 17.2: backups of which little or nothing is heard; scenarios 11 to 13 and 17 to 20. */
final class SlowBackups {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);

    private SlowBackups() {}

    static List<Trial> trials() {
        return List.of(
                mute().live("tCommit", 500).expecting(Count.delays().exactly(5)),
                mute().variant("mac")
                        .with("auth", "MAC")
                        .expecting(Count.delays().exactly(7)),
                muteWithCommitOptimization(),
                slow(),
                slowerThanTheCommitPhaseIsLong(),
                withoutLocalCommit(),
                twoMute(),
                tooManyMute(),
                fiveOfSix());
    }

    /** T_COMMIT expires just when three answers have come, so that only delays are counted. */
    private static Trial mute() {
        return Trial.of(
                        11,
                        "With a mute backup the client carries three answers as a certificate to"
                                + " the replicas, and three LOCAL-COMMITs complete its request; nobody"
                                + " is accused (C4, C6).")
                .inStep()
                .with("tCommit", 3)
                .attackedBy(Silence.of(R3))
                .expecting(
                        Count.completed("4b").exactly(1),
                        Count.sent(Commit.class).atLeast(4),
                        Count.sent(LocalCommit.class).from(R0).atLeast(1),
                        Count.sent(LocalCommit.class).from(R1).atLeast(1),
                        Count.sent(LocalCommit.class).from(R2).atLeast(1),
                        Count.told(Fact.ACCUSED).none(),
                        Count.view().none());
    }

    /** The slowest completion by this case, of one client's. */
    private static Count delaysBy(String how) {
        return Count.simulated("delays of the slowest by " + how, run -> {
            List<Fact> completed = run.facts(Fact.COMPLETED);
            List<Long> taken = run.nanosTaken().toList();
            long slowest = 0;
            for (int i = 0; i < completed.size(); i++) {
                if (completed.get(i).detail().equals(how)) {
                    slowest = Math.max(slowest, taken.get(i));
                }
            }
            return -Math.floorDiv(-slowest, Trial.DELAY.toNanos());
        });
    }

    private static Trial muteWithCommitOptimization() {
        return Trial.of(
                        12,
                        "With a mute backup only the first request needs the client's"
                                + " certificate: later ones are committed by the replicas among"
                                + " themselves, one delay sooner, until the backup answers again (12.8,"
                                + " C8).")
                .inStep()
                .with("tCommit", 3)
                .with("commitOpt", true)
                .asking(1, 20, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(Silence.of(R3).until(When.completed(10)))
                .expecting(
                        Count.completed("4b").exactly(1),
                        delaysBy("4b").exactly(5),
                        Count.completed("C8").between(9, 11),
                        delaysBy("C8").exactly(4),
                        Count.completed("4a").between(8, 10),
                        delaysBy("4a").exactly(3),
                        Count.sent(CheckpointVote.class).from(R1).to(R2).between(9, 11),
                        Count.told("patience").saying("commit first").exactly(1),
                        Count.told("patience").exactly(2),
                        Count.told(Fact.ACCUSED).none(),
                        Count.view().none());
    }

    private static Rule answersOfR3(Duration late) {
        return Delay.of(late).on(Link.from(R3)).on(Messages.of(SpeculativeResponse.class));
    }

    private static Trial slow() {
        return Trial.of(
                        13,
                        "A backup that is later than the commit phase takes is not waited for"
                                + " (C4).")
                .variant("two-phases")
                .inStep()
                .with("tCommit", 3)
                .asking(1, 10, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(answersOfR3(Duration.ofMillis(9)))
                .expecting(
                        Count.completed("4b").exactly(10),
                        Count.delays().exactly(5),
                        Count.sent(SpeculativeResponse.class).from(R3).exactly(10),
                        Count.view().none());
    }

    /** Twelve milliseconds per message: the answer comes while LOCAL-COMMITs are on their way. */
    private static Trial slowerThanTheCommitPhaseIsLong() {
        return Trial.of(
                        13,
                        "A backup whose answer comes during the commit phase completes the"
                                + " request, and the client waits longer the next time: from then on the"
                                + " fast path suffices (C7, 12.8).")
                .variant("adaptive")
                .over(Latency.exactly(Duration.ofMillis(12)))
                .with("tCommit", 10)
                .with("adaptiveCommit", true)
                .asking(1, 10, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(answersOfR3(Duration.ofMillis(30)))
                .expecting(
                        Count.completed("4a").exactly(10),
                        Count.told("patience").saying("T_COMMIT 30.").exactly(1),
                        Count.sent(Commit.class)
                                .where(
                                        "for number 1",
                                        Commit.class,
                                        commit -> commit.sequence() == 1)
                                .exactly(4),
                        Count.sent(Commit.class)
                                .where("for later", Commit.class, commit -> commit.sequence() > 2)
                                .none(),
                        Count.view().none());
    }

    /** Its answers come too late for the fast path: else nobody would ask for LOCAL-COMMITs. */
    private static Trial withoutLocalCommit() {
        return Trial.of(
                        17,
                        "A backup that answers, but withholds its LOCAL-COMMIT, is not needed:"
                                + " the other three suffice (C6).")
                .inStep()
                .asking(1, 5, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(Silence.withholding(R3, Messages.of(LocalCommit.class))
                        .then(answersOfR3(Duration.ofMillis(40))))
                .expecting(
                        Count.completed("4b").exactly(5),
                        Count.sent(LocalCommit.class).from(R3).exactly(5),
                        Count.sent(LocalCommit.class).from(R0).exactly(5),
                        Count.told("deviated").none(),
                        Count.view().none());
    }

    private static Trial twoMute() {
        return Trial.of(
                        18,
                        "With f = 2 and two mute backups a certificate of five answers and five"
                                + " LOCAL-COMMITs complete a request (C4, C6).")
                .faults(2)
                .inStep()
                .with("tCommit", 3)
                .asking(1, 5, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(Silence.of(R3).then(Silence.of(NodeId.replica(5))))
                .expecting(
                        Count.completed("4b").exactly(5),
                        Count.delays().exactly(5),
                        Count.sent(Commit.class)
                                .where(
                                        "of five",
                                        Commit.class,
                                        commit -> commit.certificate()
                                                        .statements()
                                                        .size()
                                                == 5)
                                .exactly(5 * 7),
                        Count.sent(LocalCommit.class).from(NodeId.replica(6)).exactly(5),
                        Count.view().none());
    }

    private static Count completed(String when, boolean before, Duration moment) {
        return Count.simulated(
                "completed " + when,
                run -> run.completed()
                        .filter(done -> done.nanos() < moment.toNanos() == before)
                        .count());
    }

    /** All replicas are correct here, so that every promise is judged at every one. */
    private static Trial tooManyMute() {
        Duration back = Duration.ofSeconds(3);
        return Trial.of(
                        19,
                        "While two of four replicas are not heard nothing completes, and nothing"
                                + " is lost by it: when they are heard again everything does (C3, C4).")
                .asking(List.of(Ask.puts("x", 5), Ask.puts("y", 5)))
                .attackedBy(Loss.all().on(Link.from(R2, R3)).until(When.after(back)))
                .expecting(
                        completed("while two are mute", true, back).none(),
                        completed("afterwards", false, back).exactly(10),
                        Count.sent(SpeculativeResponse.class).from(R1).atLeast(2));
    }

    private static Trial fiveOfSix() {
        NodeId mute = NodeId.replica(5);
        return Trial.of(
                        20,
                        "With six replicas a mute backup costs nothing: five matching answers complete"
                                + " every request in three delays, without a COMMIT (section 13).")
                .replicas(6, 1)
                .with("variant", Variant.ZYZZYVA5)
                .asking(1, 10, (client, count, random) -> Ask.put("x", "v" + count))
                .inStep()
                .attackedBy(Silence.of(mute))
                .expecting(
                        Count.completed("4a").exactly(10),
                        Count.delays().exactly(3),
                        Count.leastDelays().exactly(3),
                        Count.told(Fact.EXECUTED).exactly(5 * 10),
                        Count.sent(Commit.class).none(),
                        Count.sent(LocalCommit.class).none(),
                        Count.told(Fact.ACCUSED).none(),
                        Count.view().none());
    }
}
