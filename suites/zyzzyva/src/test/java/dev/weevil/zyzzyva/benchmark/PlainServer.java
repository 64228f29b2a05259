package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.service.KeyValueStore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same service without replication: checks the client's MAC, executes each request once, answers
 * under a MAC.
 */
final class PlainServer implements Node {

    private final MessageFormat format;
    private final Keyring keys;
    private final KeyValueStore store = new KeyValueStore();
    private final Map<NodeId, PlainReply> last = new HashMap<>();

    PlainServer(MessageFormat format, Keyring keys) {
        this.format = format;
        this.keys = keys;
    }

    @Override
    public List<Effect> on(Event event) {
        if (event instanceof Event.Arrived arrived
                && arrived.message() instanceof PlainRequest request
                && keys.verify(request.client(), covered(request), request.seal())) {
            return List.of(new Effect.Send(request.client(), answer(request, event.nanos())));
        }
        return List.of();
    }

    private PlainReply answer(PlainRequest request, long nanos) {
        PlainReply known = last.get(request.client());
        if (known != null && known.timestamp() >= request.timestamp()) {
            return known;
        }
        Payload choice = KeyValueStore.choose(request.operation(), nanos);
        Payload result = store.execute(request.operation(), choice, false);
        PlainReply unsealed =
                new PlainReply(request.client(), request.timestamp(), result, Seal.NONE);
        PlainReply reply =
                unsealed.withSeal(keys.authenticate(covered(unsealed), List.of(request.client())));
        last.put(request.client(), reply);
        return reply;
    }

    private Payload covered(Record sealed) {
        return format.covered(sealed, "seal");
    }
}
