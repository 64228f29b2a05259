package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.network.Partition;
import dev.weevil.adversaries.process.Crash;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.StateFetch;
import dev.weevil.zyzzyva.message.StatePage;
import dev.weevil.zyzzyva.replica.Facts;

import java.time.Duration;
import java.util.List;

/** Section 17.6 but for its attack on the published rules: scenarios 61 and 63 to 67. */
final class Checkpointing {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);

    private Checkpointing() {}

    static List<Trial> trials() {
        return List.of(
                laggard(), wrongState(), corruptedPages(), fullWindow(), amnesia(), pending());
    }

    private static Trial byFour(int number, String claim) {
        return Trial.of(number, claim).with("checkpointInterval", 4);
    }

    private static Rule away(NodeId replica) {
        return Partition.of(List.of(replica))
                .between(Duration.ofMillis(20), Duration.ofMillis(600));
    }

    private static Trial laggard() {
        return byFour(
                        61,
                        "While one replica is away checkpoints become stable without it; when it"
                                + " returns it takes over the state of one, and has the same as the others"
                                + " from then on (G6, T1 to T5).")
                .mixed(2, 60)
                .settling(Duration.ofSeconds(1))
                .attackedBy(away(R3))
                .expecting(
                        Count.told(Fact.STABLE).by(R1).atLeast(15),
                        Count.told(Fact.TRANSFERRED).by(R3).atLeast(1),
                        Count.told(Fact.STABLE).by(R3).at(60).exactly(1),
                        Logs.statesAt(60).exactly(1),
                        Count.completed().exactly(60),
                        Count.view().none());
    }

    private static Trial wrongState() {
        return byFour(
                        63,
                        "A replica that says another state at every checkpoint is not listened to:"
                                + " the three others make each stable (G4).")
                .mixed(2, 40)
                .attackedBy(
                        Lie.by(R3).in(Checkpoint.class, "state", Digest.of(Payload.utf8("a lie"))))
                .expecting(
                        Count.sent(Checkpoint.class).from(R3).atLeast(30),
                        Count.told(Fact.STABLE).exactly(30),
                        Logs.statesAt(40).exactly(1),
                        Count.told(Facts.DIVERGED).none(),
                        Count.told(Fact.TRANSFERRED).none(),
                        Count.completed().exactly(40),
                        Count.view().none());
    }

    private static Trial corruptedPages() {
        return byFour(
                        64,
                        "A provider that sends other pages than those that are proven is found out"
                                + " at the first, and another one is asked (T4).")
                .mixed(2, 60)
                .settling(Duration.ofSeconds(1))
                .attackedBy(away(R3).then(Lie.by(R0)
                        .in(StatePage.class, "content", Payload.utf8("corrupted"))))
                .expecting(
                        Count.told(Fact.REFUSED)
                                .by(R3)
                                .saying("not the page that was proven")
                                .atLeast(1),
                        Count.sent(StateFetch.class).from(R3).to(R0).atLeast(2),
                        Count.sent(StatePage.class).to(R3).from(R1).atLeast(1),
                        Count.told(Fact.TRANSFERRED).by(R3).atLeast(1),
                        Count.told(Fact.STABLE).by(R3).at(60).exactly(1),
                        Logs.statesAt(60).exactly(1),
                        Count.completed().exactly(60));
    }

    private static Trial fullWindow() {
        Duration healed = Duration.ofMillis(400);
        return byFour(
                        65,
                        "With the votes on checkpoints lost none becomes stable, and ordering halts at"
                                + " the window; STATUS says them again, and it goes on by itself (8.3, G1,"
                                + " P3).")
                .asking(1, 24, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(Loss.all()
                        .on(Messages.of(CheckpointVote.class, Checkpoint.class))
                        .until(When.after(healed)))
                .expecting(
                        highestBefore(healed).exactly(8),
                        Count.sent(CheckpointVote.class).from(R1).to(R2).atLeast(8),
                        Count.lastNumber().exactly(24),
                        Count.told(Fact.STABLE).by(R1).at(24).exactly(1),
                        Count.completed().exactly(24),
                        Count.view().none());
    }

    private static Count highestBefore(Duration time) {
        return Count.simulated(
                "last number before " + time.toMillis() + " ms",
                run -> run.told(Fact.ACCEPTED)
                        .filter(seen -> seen.nanos() < time.toNanos())
                        .mapToLong(seen -> seen.fact().sequence())
                        .max()
                        .orElse(0));
    }

    private static Trial amnesia() {
        return byFour(
                        66,
                        "A replica that is killed and started again without its disk takes over the"
                                + " state of a stable checkpoint and takes part again; it counts as the"
                                + " faulty one for the whole run (T1, 5.1).")
                .asking(1, 200, (client, count, random) -> Ask.put("x", "v" + count))
                .thinking(Duration.ofMillis(10))
                .settling(Duration.ofSeconds(1))
                .live("tCommit", 30)
                .live("tRetrans", 1_000)
                .live("tStatus", 200)
                .attackedBy(Crash.andAmnesia(R3, Duration.ofMillis(300)).when(When.completed(30)))
                .expecting(
                        restarts().exactly(1),
                        toldByR3(Fact.TRANSFERRED).atLeast(1),
                        toldByR3(Fact.STABLE).atLeast(1),
                        answeredAgain().atLeast(5),
                        Count.told(Fact.STABLE).by(R1).atLeast(45),
                        Count.completed().exactly(200),
                        Count.view().none());
    }

    private static Count restarts() {
        return Count.of(
                "restarts",
                run -> run.of(TraceEvent.ProcessChanged.class)
                        .filter(change -> change.up()
                                && change.process().node().equals(R3)
                                && change.nanos() > firstDisturbed(run))
                        .count());
    }

    private static long firstDisturbed(Transcript run) {
        return run.of(TraceEvent.Disturbed.class)
                .mapToLong(TraceEvent.Disturbed::nanos)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** What R3, which counts as faulty, told of itself once it had been killed. */
    private static Count toldByR3(String fact) {
        return Count.of(
                fact + " by r3 after its restart",
                run -> run.of(TraceEvent.Observed.class)
                        .filter(seen -> seen.node().node().equals(R3)
                                && seen.fact().name().equals(fact)
                                && seen.nanos() > firstDisturbed(run))
                        .count());
    }

    private static Count answeredAgain() {
        return toldByR3(Fact.EXECUTED);
    }

    /**
     * The fourth request reaches R3 alone, which takes a snapshot after it; another client's request,
     * late at the primary, gets that number in view 1.
     */
    private static Trial pending() {
        return byFour(
                        67,
                        "A state that was saved after a request the view change dropped is dropped"
                                + " with it; what the number holds in the next view is saved instead, and"
                                + " becomes stable with the others (15.13, G4).")
                .with("batch", 1)
                .asking(List.of(Ask.puts("x", 5), Ask.puts("y", 7)))
                .inStep()
                .settling(Duration.ofSeconds(1))
                .attackedBy(Loss.all()
                        .named("late-request")
                        .on(Messages.of(Request.class))
                        .on(Link.of(C0, R0))
                        .from(When.completed(1))
                        .until(When.after(Duration.ofMillis(100)))
                        .then(Unheard.ordersOf(0, R1, R2).on(Sequence.from(4)))
                        .then(Unheard.reportOf(R0, 1, R1)))
                .expecting(
                        Count.told(Facts.CHECKPOINTED).by(R3).at(4).exactly(2),
                        savedByR3At(4).exactly(2),
                        Count.told(Fact.ROLLED_BACK).by(R3).at(3).exactly(1),
                        Count.told(Fact.STABLE).at(4).exactly(4),
                        Logs.statesAt(4).exactly(1),
                        Count.told(Fact.TRANSFERRED).none(),
                        Count.completed().exactly(12),
                        Count.view().exactly(1));
    }

    private static Count savedByR3At(long number) {
        return Count.of(
                "different states of r3 at " + number,
                run -> run.told(Facts.CHECKPOINTED)
                        .filter(seen -> seen.node().node().equals(R3))
                        .map(TraceEvent.Observed::fact)
                        .filter(fact -> fact.sequence() == number)
                        .map(Fact::digest)
                        .distinct()
                        .count());
    }
}
