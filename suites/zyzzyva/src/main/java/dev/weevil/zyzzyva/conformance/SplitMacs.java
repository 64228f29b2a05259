package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderRequest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A primary whose orders bear no MAC but their receiver's: nobody else can check what it was told. */
final class SplitMacs {

    private SplitMacs() {}

    static Rule of(NodeId primary) {
        return Rule.of(
                "split-macs",
                "leaves nothing but the receiver's MAC in messages",
                Set.of(primary),
                Messages.of(OrderRequest.class).and(Link.from(primary)),
                Behaviour.each((envelope, hand) ->
                        List.of(hand.damage(envelope, forTheReceiver(envelope)))));
    }

    private static Frame forTheReceiver(Envelope envelope) {
        OrderRequest order = (OrderRequest) envelope.frame().message().orElseThrow();
        NodeId receiver = envelope.to().node();
        Seal.Macs all = (Seal.Macs) order.seal();
        Seal own = new Seal.Macs(new TreeMap<>(Map.of(receiver, all.values().get(receiver))));
        return Frame.of(order.withSeal(own), envelope.frame().format().orElseThrow());
    }
}
