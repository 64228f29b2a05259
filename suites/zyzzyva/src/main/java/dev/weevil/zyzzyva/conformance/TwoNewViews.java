package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.script.Conduct;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.View;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Rules;
import dev.weevil.zyzzyva.viewchange.InitialHistory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The primary of view 1 proposes two initial histories, both right: each follows from 2f+1 valid
 * reports. One backup gets the one that leaves another's report out, with the own report of its
 * receiver in its place.
 */
final class TwoNewViews implements Conduct {

    private final Hand hand;
    private final NodeId left;
    private final NodeId misled;
    private final Map<NodeId, ViewChange> reports = new TreeMap<>();

    private TwoNewViews(Hand hand, NodeId left, NodeId misled) {
        this.hand = hand;
        this.left = left;
        this.misled = misled;
    }

    /**
     * The rule.
     *
     * @param left whose report the second proposal leaves out
     * @param misled who gets it
     */
    static Rule by(NodeId primary, NodeId left, NodeId misled) {
        return Rule.of(
                "two-new-views-" + primary,
                "proposes another history to " + misled + " in messages",
                Set.of(primary),
                Messages.of(ViewChange.class, NewView.class)
                        .and(View.of(1))
                        .and(Link.touching(primary)),
                hand -> new TwoNewViews(hand, left, misled));
    }

    @Override
    public List<Act> on(Envelope envelope, long nanos) {
        Message message = envelope.frame().message().orElseThrow();
        if (message instanceof ViewChange report) {
            reports.put(report.replica(), report);
        } else if (message instanceof NewView proposal
                && envelope.to().node().equals(misled)
                && reports.containsKey(misled)) {
            return List.of(hand.alter(envelope, other(proposal)));
        }
        return List.of(hand.pass(envelope));
    }

    private NewView other(NewView truth) {
        List<ViewChange> changes = new ArrayList<>();
        for (ViewChange change : truth.changes()) {
            changes.add(change.replica().equals(left) ? reports.get(misled) : change);
        }
        InitialHistory history = InitialHistory.compute(
                Rules.REPAIRED, new Quorums(1), new HistoryChain(true), changes);
        return new NewView(truth.view(), changes, history.last(), history.digest(), truth.seal());
    }
}
