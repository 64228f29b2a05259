package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.script.Conduct;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ViewChange;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A backup of view 0 that reports its whole history, as if no checkpoint had become stable. */
final class StaleCheckpoint implements Conduct {

    private final Hand hand;
    private final NodeId backup;
    private final TreeMap<Long, LoggedItem> log = new TreeMap<>();

    private StaleCheckpoint(Hand hand, NodeId backup) {
        this.hand = hand;
        this.backup = backup;
    }

    static Rule by(NodeId backup) {
        return Rule.of(
                "stale-checkpoint-" + backup,
                "forgets its checkpoint in messages",
                Set.of(backup),
                Messages.of(OrderRequest.class, ViewChange.class).and(Link.touching(backup)),
                hand -> new StaleCheckpoint(hand, backup));
    }

    @Override
    public List<Act> on(Envelope envelope, long nanos) {
        Message message = envelope.frame().message().orElseThrow();
        if (message instanceof OrderRequest order) {
            for (long n = order.first(); n <= order.last(); n++) {
                log.put(n, new LoggedItem(order.view(), order.item(n)));
            }
        } else if (message instanceof ViewChange report
                && envelope.from().node().equals(backup)) {
            List<LoggedItem> whole =
                    List.copyOf(log.headMap(report.last(), true).values());
            return List.of(hand.alter(envelope, FalseReports.withoutCheckpoint(report, whole)));
        }
        return List.of(hand.pass(envelope));
    }
}
