package dev.weevil.zyzzyva.schedule;

import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.View;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.OrderLog;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;

/** What travels, in the words of the tables. */
final class Traffic {

    private Traffic() {}

    /** REQUESTs from a client, first sendings and retransmissions. */
    static Scope requestsOf(NodeId client) {
        return Messages.of(Request.class).and(Link.from(client));
    }

    /** A client's request with this timestamp, its first one having 1, and all later ones. */
    static Scope requestsOf(NodeId client, long from) {
        return requestsOf(client).and(Sequence.from(from));
    }

    static Scope commitsOf(NodeId client) {
        return Messages.of(Commit.class).and(Link.from(client));
    }

    /** ORDER-REQs of a view, from the primary or relayed. */
    static Scope orders(long view) {
        return Messages.of(OrderRequest.class, OrderLog.class).and(View.of(view));
    }

    /** CONFIRM-REQs: what tells a primary of requests that backups lack an order for. */
    static Scope confirmations(long view) {
        return Messages.of(ConfirmRequest.class).and(View.of(view));
    }

    /** VIEW-CHANGEs for a view. */
    static Scope reports(long view) {
        return Messages.of(ViewChange.class).and(View.of(view));
    }

    static Scope newView(long view) {
        return Messages.of(NewView.class).and(View.of(view));
    }

    static Scope viewConfirms(long view) {
        return Messages.of(ViewConfirm.class).and(View.of(view));
    }

    /** CP-VOTEs and CHECKPOINTs of a view. */
    static Scope checkpointing(long view) {
        return Messages.of(CheckpointVote.class, Checkpoint.class).and(View.of(view));
    }
}
