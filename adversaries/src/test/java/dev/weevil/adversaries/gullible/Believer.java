package dev.weevil.adversaries.gullible;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.util.List;

/**
 * A replica. Its log is what came, in the order in which it came; its place in it is its own count.
 */
final class Believer implements Node {

    static final NodeId PRIMARY = NodeId.replica(0);

    private final Membership membership;
    private final Keyring keys;
    private long ordered;
    private long done;
    private Payload value = Payload.EMPTY;

    Believer(Membership membership, Keyring keys) {
        this.membership = membership;
        this.keys = keys;
    }

    @Override
    public List<Effect> on(Event event) {
        if (event instanceof Event.Arrived arrived && arrived.message() instanceof Word.Ask ask) {
            return order(ask);
        }
        if (event instanceof Event.Arrived arrived
                && arrived.message() instanceof Word.Order order) {
            return obey(order);
        }
        return List.of();
    }

    private List<Effect> order(Word.Ask ask) {
        ordered++;
        Word.Order order =
                new Word.Order(ordered, ask.sequence(), ask.client(), ask.value(), Seal.NONE);
        Seal seal = keys.sign(Gullible.FORMAT.covered(order, "seal"));
        return List.of(new Effect.Send(
                membership.replicaIds(),
                new Word.Order(ordered, ask.sequence(), ask.client(), ask.value(), seal)));
    }

    private List<Effect> obey(Word.Order order) {
        Payload covered = Gullible.FORMAT.covered(order, "seal");
        if (!keys.verify(PRIMARY, covered, order.seal())) {
            String reason = "order " + order.sequence() + " without a seal of the primary";
            return List.of(new Effect.Observed(Fact.of(Fact.REFUSED, 0, 0, reason)));
        }
        done++;
        value = order.value().length() == 0 ? value : order.value();
        Digest request = Digest.of(Payload.utf8("request " + order.asked()));
        Digest decided = Digest.of(covered);
        Word.Done unsealed = new Word.Done(order.asked(), keys.owner(), value, Seal.NONE);
        Seal seal = keys.sign(Gullible.FORMAT.covered(unsealed, "seal"));
        return List.of(
                new Effect.Observed(new Fact(Fact.EXECUTED, 0, done, request, "")),
                new Effect.Observed(new Fact(Fact.DECIDED, 0, done, decided, "")),
                new Effect.Send(
                        order.client(), new Word.Done(order.asked(), keys.owner(), value, seal)));
    }
}
