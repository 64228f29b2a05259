package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.service.Operations;

import java.util.List;

/**
 * A client that takes the primary's word for it: to the primary, one like any other; to the machine, a
 * quarter of one.
 */
final class Trusting implements Node {

    private static final NodeId PRIMARY = NodeId.replica(0);

    private final MessageFormat format;
    private final Keyring keys;
    private final List<NodeId> replicas;
    private long timestamp;
    private Invocation open;

    Trusting(MessageFormat format, Keyring keys, List<NodeId> replicas) {
        this.format = format;
        this.keys = keys;
        this.replicas = replicas;
    }

    @Override
    public List<Effect> on(Event event) {
        if (event instanceof Event.Invoked invoked) {
            open = invoked.invocation();
            timestamp++;
            return List.of(new Effect.Send(PRIMARY, request()));
        }
        if (event instanceof Event.Arrived arrived
                && arrived.message() instanceof SpeculativeResponse response
                && response.core().timestamp() == timestamp
                && keys.verify(PRIMARY, format.covered(response, "seal"), response.seal())) {
            return List.of(new Effect.Complete(
                    open.id(), Operations.outcome(open, response.result().orElseThrow())));
        }
        return List.of();
    }

    private Request request() {
        Request unsealed = new Request(
                Operations.encode(open),
                timestamp,
                keys.owner(),
                false,
                false,
                false,
                -1,
                Seal.NONE);
        return unsealed.withSeal(keys.authenticate(format.covered(unsealed, "seal"), replicas));
    }
}
