package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Occurrence;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.Request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Clients that send more than they may. */
final class Floods {

    private Floods() {}

    /** With its first request a client sends as many as this, each with a later timestamp. */
    static Rule open(NodeId client, int requests) {
        Behaviour flooding = Behaviour.each((envelope, hand) -> {
            List<Act> acts = new ArrayList<>();
            acts.add(hand.pass(envelope));
            for (int later = 1; later < requests; later++) {
                acts.add(hand.inject(
                        envelope.from(),
                        envelope.to(),
                        later(envelope, hand, later),
                        Duration.ZERO));
            }
            return acts;
        });
        return Rule.of(
                "open-" + client,
                "asks for " + requests + " operations at once with messages",
                Set.of(client),
                requestsOf(client).and(Sequence.of(1)).and(Occurrence.firstSending()),
                flooding);
    }

    private static Frame later(Envelope envelope, Hand hand, int by) {
        Request first = (Request) envelope.frame().message().orElseThrow();
        MessageFormat format = envelope.frame().format().orElseThrow();
        Request next = new Request(
                first.operation(),
                first.timestamp() + by,
                first.client(),
                first.readOnly(),
                first.commitOptimized(),
                first.signed(),
                first.replier(),
                Seal.NONE);
        Seal signature = hand.keysOf(first.client()).sign(format.covered(next, "seal"));
        return Frame.of(next.withSeal(signature), format);
    }

    /** The client's first request, so many times more to every replica, once it is answered. */
    static Rule repeated(NodeId client, int times, Duration after) {
        Behaviour flooding = Behaviour.each((envelope, hand) -> {
            List<Act> acts = new ArrayList<>();
            acts.add(hand.pass(envelope));
            for (NodeId replica : hand.replicas()) {
                for (int i = 0; i < times; i++) {
                    Endpoint to = Endpoint.of(replica);
                    acts.add(hand.inject(envelope.from(), to, envelope.frame(), after));
                }
            }
            return acts;
        });
        return Rule.of(
                "repeated-" + client,
                "sends " + times + " times more to every replica, " + after.toMillis()
                        + " ms later, messages",
                Set.of(client),
                requestsOf(client).and(Sequence.of(1)).and(Occurrence.firstSending()),
                flooding);
    }

    private static Scope requestsOf(NodeId client) {
        return Messages.of(Request.class).and(Link.from(client));
    }
}
