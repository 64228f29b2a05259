package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.settings.Variant;

import java.util.List;

/** Section 17.2: slow or silent backups, scenarios 11 to 20. */
final class SlowBackups {

    private SlowBackups() {}

    static List<Trial> trials() {
        return List.of(fiveOfSix());
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
