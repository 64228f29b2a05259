package dev.weevil.zyzzyva.suite;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.network.Duplication;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.network.Reordering;
import dev.weevil.adversaries.network.Replay;
import dev.weevil.adversaries.process.Crash;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Suite;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Zyzzyva with four replicas, f = 1, and three clients on contended keys, under one fault after the
 * other; and under one too many, to show that the oracles can see.
 */
public final class ZyzzyvaSuite implements Suite {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R3 = NodeId.replica(3);

    @Override
    public String name() {
        return "zyzzyva";
    }

    @Override
    public String describe() {
        return "speculative agreement under loss, lies, equivocation, crashes and collusion";
    }

    @Override
    public List<Scenario> scenarios() {
        return Stream.of(
                        noFault(),
                        muteBackup(),
                        slowBackup(),
                        lossyLinks(),
                        duplicatesAndReplays(),
                        lyingBackup(),
                        equivocatingPrimary(),
                        killedBackup(),
                        colludingMajority(),
                        colludingMajorityDemoted())
                .map(Scene::scenario)
                .toList();
    }

    private static Scene noFault() {
        return Scene.holds("no-fault", Attack.none())
                .claiming("Everybody answers in time: all operations complete on the fast path"
                        + " (C3).");
    }

    private static Scene muteBackup() {
        return Scene.holds("mute-backup", Silence.of(R3))
                .claiming("A backup that never says a word costs the fast path and nothing else:"
                        + " 2f+1 answers and as many LOCAL-COMMITs complete every operation (C4 to"
                        + " C6).")
                .onTwoPhases();
    }

    private static Scene slowBackup() {
        return Scene.holds("slow-backup", Delay.of(Duration.ofMillis(60)).on(Link.from(R3)))
                .claiming("A backup whose words come late is not waited for, and its late answers"
                        + " change nothing (C4, C7).")
                .onTwoPhases();
    }

    private static Scene lossyLinks() {
        return Scene.holds(
                        "lossy-links",
                        Loss.of(0.05).then(Reordering.of(0.2, 3, Duration.ofMillis(10))))
                .claiming("Whatever is lost is sent again, and orders that overtake each other"
                        + " wait for the missing ones (F1 to F6, C5, C9).")
                .onTwoPhases()
                .with("tRetrans", 200);
    }

    private static Scene duplicatesAndReplays() {
        return Scene.holds(
                        "duplicates-and-replays",
                        Duplication.of(0.3).then(Replay.of(0.2, Duration.ofMillis(30))))
                .claiming("A message that comes twice, at once or much later, is acted on once"
                        + " (P2, A4, Q1).");
    }

    private static Scene lyingBackup() {
        return Scene.holds("lying-backup", FalseResults.by(R3))
                .claiming("A backup that states false results under its own signature convinces"
                        + " no client: its answers match nobody's (C3, C4).")
                .onTwoPhases();
    }

    private static Scene equivocatingPrimary() {
        return Scene.holds("equivocating-primary", SwappedOrders.by(R0).towards(R3))
                .claiming("A primary that gives one backup another order misleads that backup"
                        + " alone: no client completes after a history that only it holds (C4,"
                        + " K5).")
                .onTwoPhases();
    }

    private static Scene killedBackup() {
        return Scene.holds("killed-backup", Crash.of(R3).when(When.completed(60)))
                .claiming("A backup that is killed in the middle is a mute one from then on (C4"
                        + " to C6).")
                .onTwoPhases();
    }

    private static Scene colludingMajority() {
        return Scene.control("colluding-majority", SplitBrain.by(R0, List.of(R0, R1)))
                .claiming("Two colluders out of four give two correct backups two histories and"
                        + " answer for both: correct clients complete conflicting operations, each"
                        + " with 2f+1 answers and 2f+1 LOCAL-COMMITs. The clients' history alone"
                        + " must show it, and so must the replicas' decisions.")
                .onTwoPhases();
    }

    private static Scene colludingMajorityDemoted() {
        return Scene.holds("colluding-majority-demoted", SplitBrain.by(R0, List.of(R0)))
                .claiming("The same script with one of the colluders honest: the primary alone"
                        + " cannot make up 2f+1 answers for the second history, so nothing"
                        + " completes there.")
                .onTwoPhases()
                .leavingSomeOpen();
    }
}
