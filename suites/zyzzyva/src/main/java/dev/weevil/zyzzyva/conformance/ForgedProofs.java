package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Conduct;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A client that makes proofs of misbehaviour out of the orders it is shown. */
final class ForgedProofs {

    private ForgedProofs() {}

    /** The order it was shown, and one that it made up under the same seal. */
    static Rule ofABadSignature(NodeId client) {
        return rule(client, hand -> (envelope, nanos) -> {
            List<Act> acts = new ArrayList<>();
            acts.add(hand.pass(envelope));
            order(envelope)
                    .ifPresent(order ->
                            acts.addAll(told(client, hand, envelope, order, madeUp(order))));
            return acts;
        });
    }

    /** The orders of two primaries for one number, both sound, each of its own view. */
    static Rule ofTwoViews(NodeId client) {
        return rule(client, hand -> new Conduct() {
            private final List<OrderRequest> ofViewZero = new ArrayList<>();

            @Override
            public List<Act> on(Envelope envelope, long nanos) {
                List<Act> acts = new ArrayList<>();
                acts.add(hand.pass(envelope));
                Optional<OrderRequest> order = order(envelope);
                if (order.isPresent() && order.get().view() == 0) {
                    ofViewZero.add(order.get());
                } else if (order.isPresent() && !ofViewZero.isEmpty()) {
                    acts.addAll(told(client, hand, envelope, ofViewZero.get(0), order.get()));
                }
                return acts;
            }
        });
    }

    private static Rule rule(NodeId client, Behaviour behaviour) {
        return Rule.of(
                "forged-proof-" + client,
                "accuses the primary with what it makes of messages",
                Set.of(client),
                Messages.of(SpeculativeResponse.class).and(Link.to(client)),
                behaviour);
    }

    private static Optional<OrderRequest> order(Envelope envelope) {
        return ((SpeculativeResponse) envelope.frame().message().orElseThrow()).order();
    }

    private static OrderRequest madeUp(OrderRequest order) {
        OrderedItem item = order.items().get(0);
        OrderedItem other = new OrderedItem(
                item.history(),
                Digest.of(Payload.utf8("made up")),
                item.nondeterminism(),
                Optional.empty());
        return new OrderRequest(order.view(), order.first(), List.of(other), order.seal());
    }

    private static List<Act> told(
            NodeId client, Hand hand, Envelope envelope, OrderRequest one, OrderRequest other) {
        MessageFormat format = envelope.frame().format().orElseThrow();
        ProofOfMisbehavior bare =
                new ProofOfMisbehavior(other.view(), one, other, client, Seal.NONE);
        Seal seal = hand.keysOf(client).sign(format.covered(bare, "seal"));
        Frame frame = Frame.of(bare.withSeal(seal), format);
        List<Act> acts = new ArrayList<>();
        for (NodeId replica : hand.replicas()) {
            Endpoint to = Endpoint.of(replica);
            acts.add(hand.inject(Endpoint.of(client), to, frame, Duration.ZERO));
        }
        return acts;
    }
}
