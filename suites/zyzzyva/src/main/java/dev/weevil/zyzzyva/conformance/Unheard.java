package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.View;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ViewChange;

/** What a network loses to make views change, and to choose what the next one starts from. */
final class Unheard {

    private Unheard() {}

    /**
     * No order of the view reaches these backups, whoever sends it: their clients' requests stay
     * without a number there, and they accuse the primary (Q6).
     */
    static Rule ordersOf(long view, NodeId... backups) {
        return Loss.all()
                .named("unheard-orders-of-view-" + view)
                .on(Messages.of(OrderRequest.class))
                .on(View.of(view))
                .on(Link.to(backups));
    }

    /** The primary of a new view never gets one replica's report, and must do without (V6). */
    static Rule reportOf(NodeId replica, long view, NodeId primary) {
        return Loss.all()
                .named("unheard-report-of-" + replica)
                .on(Messages.of(ViewChange.class))
                .on(View.of(view))
                .on(Link.of(replica, primary));
    }
}
