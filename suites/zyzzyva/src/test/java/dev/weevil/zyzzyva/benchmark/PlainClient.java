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

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A client of one {@link PlainServer} or of several that know nothing of each other: it has its answer
 * when all have answered. Its connections lose nothing, so it asks once.
 */
final class PlainClient implements Node {

    private final MessageFormat format;
    private final Keyring keys;
    private final List<NodeId> servers;
    private final Set<NodeId> answered = new HashSet<>();
    private long timestamp;
    private Invocation open;

    PlainClient(MessageFormat format, Keyring keys, List<NodeId> servers) {
        this.format = format;
        this.keys = keys;
        this.servers = servers;
    }

    @Override
    public List<Effect> on(Event event) {
        if (event instanceof Event.Invoked invoked) {
            return List.of(new Effect.Send(servers, request(invoked.invocation())));
        }
        if (event instanceof Event.Arrived arrived
                && arrived.message() instanceof PlainReply reply
                && reply.timestamp() == timestamp
                && keys.verify(arrived.sender(), covered(reply), reply.seal())
                && answered.add(arrived.sender())
                && answered.size() == servers.size()) {
            return List.of(
                    new Effect.Complete(open.id(), Operations.outcome(open, reply.result())));
        }
        return List.of();
    }

    private PlainRequest request(Invocation invocation) {
        open = invocation;
        timestamp++;
        answered.clear();
        PlainRequest unsealed =
                new PlainRequest(Operations.encode(open), timestamp, keys.owner(), Seal.NONE);
        return unsealed.withSeal(keys.authenticate(covered(unsealed), servers));
    }

    private Payload covered(Record sealed) {
        return format.covered(sealed, "seal");
    }
}
