package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.Request;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A client whose MACs are good for some replicas only, and that never signs (15.1). */
final class PartialMacs {

    private PartialMacs() {}

    static Rule of(NodeId client, NodeId... victims) {
        List<NodeId> unproven = List.copyOf(Arrays.asList(victims));
        Behaviour spoiling = Behaviour.each((envelope, hand) -> {
            Request request = (Request) envelope.frame().message().orElseThrow();
            MessageFormat format = envelope.frame().format().orElseThrow();
            Seal.Macs all = (Seal.Macs) hand.keysOf(client)
                    .authenticate(format.covered(request, "seal"), hand.replicas());
            NavigableMap<NodeId, Payload> good = new TreeMap<>(all.values());
            unproven.forEach(good::remove);
            Request spoiled = request.withSeal(new Seal.Macs(good));
            return List.of(hand.damage(envelope, Frame.of(spoiled, format)));
        });
        return Rule.of(
                "partial-macs-" + client,
                "spoils the MACs for " + unproven + " of messages",
                Set.of(client),
                Messages.of(Request.class).and(Link.from(client)),
                spoiling);
    }
}
