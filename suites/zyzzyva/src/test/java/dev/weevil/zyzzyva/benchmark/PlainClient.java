package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.service.Operations;

import java.util.List;

/** A client of {@link PlainServer}; its connection loses nothing, so it asks once. */
final class PlainClient implements Node {

    private static final NodeId SERVER = NodeId.replica(0);

    private final MessageFormat format;
    private final Keyring keys;
    private long timestamp;
    private Invocation open;

    PlainClient(MessageFormat format, Keyring keys) {
        this.format = format;
        this.keys = keys;
    }

    @Override
    public List<Effect> on(Event event) {
        if (event instanceof Event.Invoked invoked) {
            open = invoked.invocation();
            timestamp++;
            PlainRequest unsealed =
                    new PlainRequest(Operations.encode(open), timestamp, keys.owner(), Seal.NONE);
            Seal seal = keys.authenticate(covered(unsealed), List.of(SERVER));
            return List.of(new Effect.Send(SERVER, unsealed.withSeal(seal)));
        }
        if (event instanceof Event.Arrived arrived
                && arrived.message() instanceof PlainReply reply
                && reply.timestamp() == timestamp
                && keys.verify(SERVER, covered(reply), reply.seal())) {
            return List.of(
                    new Effect.Complete(open.id(), Operations.outcome(open, reply.result())));
        }
        return List.of();
    }

    private Payload covered(Record sealed) {
        return format.covered(sealed, "seal");
    }
}
