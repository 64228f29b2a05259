package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Occurrence;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.Request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A client that asks the backups for something else than the primary, under one timestamp: its first
 * sendings to the primary bring about the others.
 */
final class Twofold {

    private Twofold() {}

    /**
     * Requests of a client, each with a twin.
     *
     * @param other the encoded operation that the backups are asked for
     * @param late how long the primary's own request takes
     */
    static Rule requests(NodeId client, NodeId primary, Payload other, Duration late) {
        Behaviour doubling = Behaviour.each((envelope, hand) -> {
            Request request = (Request) envelope.frame().message().orElseThrow();
            MessageFormat format = envelope.frame().format().orElseThrow();
            Request twin = twin(request, other);
            Seal signature = hand.keysOf(client).sign(format.covered(twin, "seal"));
            Frame frame = Frame.of(twin.withSeal(signature), format);
            List<Act> acts = new ArrayList<>();
            acts.add(hand.delay(envelope, late));
            for (NodeId replica : hand.replicas()) {
                if (!replica.equals(primary)) {
                    Endpoint to = Endpoint.of(replica);
                    acts.add(hand.inject(envelope.from(), to, frame, Duration.ZERO));
                }
            }
            return acts;
        });
        return Rule.of(
                "twofold-" + client,
                "asks the backups for something else, beside messages",
                Set.of(client),
                Messages.of(Request.class)
                        .and(Link.of(client, primary))
                        .and(Occurrence.firstSending()),
                doubling);
    }

    private static Request twin(Request request, Payload other) {
        return new Request(
                other,
                request.timestamp(),
                request.client(),
                request.readOnly(),
                request.commitOptimized(),
                request.signed(),
                request.replier(),
                Seal.NONE);
    }
}
