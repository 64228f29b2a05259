package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Occurrence;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The network brings old requests once more, as a client's retransmission would: to all replicas. */
final class Resent {

    private Resent() {}

    /**
     * The client's request with this timestamp, so long after it was first sent.
     *
     * @param timestamp t, 1 for a client's first request
     */
    static Rule request(NodeId client, long timestamp, Duration later) {
        Scope first = Messages.where(
                        Request.class,
                        request ->
                                request.client().equals(client) && request.timestamp() == timestamp,
                        "of " + client + " with timestamp " + timestamp)
                .and(Occurrence.firstSending());
        Behaviour resending = Behaviour.each((envelope, hand) -> {
            List<Act> acts = new ArrayList<>();
            acts.add(hand.pass(envelope));
            for (NodeId replica : hand.replicas()) {
                acts.add(hand.inject(
                        envelope.from(), Endpoint.of(replica), envelope.frame(), later));
            }
            return acts;
        });
        return Rule.of(
                "resent-" + client + "-" + timestamp,
                "brings once more, " + later.toMillis() + " ms later, messages",
                first,
                resending);
    }
}
