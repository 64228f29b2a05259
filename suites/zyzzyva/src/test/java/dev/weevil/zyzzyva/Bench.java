package dev.weevil.zyzzyva;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One node alone, with the keys that {@link Cluster#small} gives: fed by hand. */
public final class Bench {

    private final Deployment deployment;
    private final Keys keys;
    private final Node node;
    private final List<Effect> effects = new ArrayList<>();
    private long nanos = 1_000_000;

    private Bench(NodeId self, Settings settings) {
        Membership membership = Membership.byzantine(1, 2);
        this.deployment = new ZyzzyvaProtocol().deploy(membership, settings);
        this.keys = Scheme.SYMBOLIC.keys(new Seed(1).named("keys"), membership.nodes());
        Keyring own = keys.of(self);
        this.node = self.isReplica() ? deployment.replica(own) : deployment.client(own);
        feed(new Event.Started(0));
    }

    public static Bench of(NodeId self) {
        return new Bench(self, Settings.NONE);
    }

    public static Bench of(NodeId self, Settings settings) {
        return new Bench(self, settings);
    }

    public MessageFormat format() {
        return deployment.format();
    }

    public Keyring keysOf(NodeId other) {
        return keys.of(other);
    }

    /** What the node did with the event. */
    public List<Effect> feed(Event event) {
        List<Effect> done = node.on(event);
        effects.addAll(done);
        return done;
    }

    /** Seldom enough for nobody's share to be used up. */
    public List<Effect> arrive(NodeId sender, Message message) {
        nanos += 20_000_000;
        return arriveAtOnce(sender, message);
    }

    /** Lets time go by. */
    public Bench later(Duration by) {
        nanos += by.toNanos();
        return this;
    }

    /** At the same moment as the last. */
    public List<Effect> arriveAtOnce(NodeId sender, Message message) {
        return feed(new Event.Arrived(nanos, sender, message));
    }

    public List<Fact> refusals(NodeId sender, Message message) {
        return facts(arrive(sender, message), Fact.REFUSED);
    }

    public static List<Fact> facts(List<Effect> effects, String name) {
        return effects.stream()
                .filter(Effect.Observed.class::isInstance)
                .map(effect -> ((Effect.Observed) effect).fact())
                .filter(fact -> fact.name().equals(name))
                .toList();
    }
}
