package dev.weevil.zyzzyva.load;

import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What each waster of time leaves of the correct clients' throughput, as published and defended. */
public final class LoadSuite implements Suite {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);
    private static final int CHECKPOINT_INTERVAL = 128;

    @Override
    public String name() {
        return "zyzzyva-load";
    }

    @Override
    public String describe() {
        return "throughput of correct clients while others waste the replicas' time";
    }

    @Override
    public List<Scenario> scenarios() {
        List<LoadScene> scenes = new ArrayList<>();
        scenes.add(LoadScene.defended("no-attack", Attack.none())
                .claiming("Nobody wastes anything: the second part of the run is as fast as the"
                        + " first.")
                .leaving(0.9, 0.8));
        macs(scenes);
        slowPrimaries(scenes);
        floods(scenes);
        ignoredClient(scenes);
        return scenes.stream().map(LoadScene::scenario).toList();
    }

    private static void macs(List<LoadScene> scenes) {
        Rule macs = late(Wasters.inconsistentMacs(C0));
        scenes.add(LoadScene.published("inconsistent-macs", macs)
                .claiming("A client whose MACs convince the primary alone stops the backups at its"
                        + " request, and with them everybody (15.1)."));
        scenes.add(LoadScene.defended("inconsistent-macs", macs)
                .claiming("Backups that cannot verify say so; what f+1 present is accepted, and the"
                        + " client must sign from then on (15.1)."));
    }

    private static void slowPrimaries(List<LoadScene> scenes) {
        for (int millis : List.of(1, 10, 100)) {
            Rule slow = late(Wasters.slowPrimary(R0, Duration.ofMillis(millis)));
            scenes.add(LoadScene.published("slow-primary-" + millis + "ms", slow)
                    .claiming("Orders that come " + millis + " ms late, but before anybody accuses,"
                            + " slow everybody down (15.2).")
                    .leaving(millis == 1 ? 0.9 : 0.5, 0));
            scenes.add(LoadScene.defended("slow-primary-" + millis + "ms", slow)
                    .with("rotate", 50)
                    .claiming("A primary that orders less than others did is replaced (15.2)."));
        }
    }

    private static void floods(List<LoadScene> scenes) {
        Rule client = late(Wasters.floodingClient(C0));
        scenes.add(LoadScene.published("flooding-client", client)
                .claiming("Signatures that must be verified to be refused leave no time for"
                        + " others."));
        scenes.add(LoadScene.defended("flooding-client", client)
                .claiming("A name has its share of bad seals, and a connection its turn: the rest"
                        + " is dropped unread (15.1)."));
        Rule replica = late(Wasters.floodingReplica(R3, CHECKPOINT_INTERVAL));
        scenes.add(LoadScene.published("flooding-replica", replica)
                .claiming("A replica can do what a client can."));
        scenes.add(LoadScene.defended("flooding-replica", replica)
                .claiming("A replica has no larger share of bad seals than a client (15.1)."));
    }

    private static void ignoredClient(List<LoadScene> scenes) {
        Rule ignoring = late(Wasters.ignoring(R0, C1));
        scenes.add(LoadScene.published("ignored-client", ignoring)
                .claiming("A primary that ignores one client is accused by all who heard it and"
                        + " replaced, also as published (Q4 to Q6).")
                .leaving(0.5, 0.3)
                .holding());
        scenes.add(LoadScene.defended("ignored-client", ignoring)
                .claiming("A primary that ignores one client is accused by all who heard it and"
                        + " replaced (Q4 to Q6).")
                .leaving(0.5, 0.3));
    }

    private static Rule late(Rule rule) {
        return rule.from(When.completed(LoadScene.BEGIN));
    }
}
