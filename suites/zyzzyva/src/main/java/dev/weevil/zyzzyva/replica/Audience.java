package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderRequest;

import java.util.List;

/**
 * Whom the primary of a view sends and seals its orders for (12.7): everybody, or the replicas whose
 * answers are enough for clients. The spare ones follow when they say where they stand (STATUS).
 */
final class Audience {

    private final Core core;

    /** Whether a client of this view had to ask again: somebody preferred may be silent. */
    private boolean widened;

    Audience(Core core) {
        this.core = core;
    }

    private boolean narrow() {
        return core.settings.optimizations().preferredQuorums() && !widened;
    }

    /** Those who are to hear a new order, but this replica. */
    List<NodeId> members() {
        return narrow()
                ? core.quorums.preferred(core.views.target()).stream()
                        .filter(replica -> !replica.equals(core.self))
                        .toList()
                : core.out.others();
    }

    /** The same order for a replica that may not have been among these: MACs are for few. */
    OrderRequest sealedFor(NodeId replica, OrderRequest own) {
        return core.seals.signing() || !core.settings.optimizations().preferredQuorums()
                ? own
                : own.withSeal(core.seals.seal(own, List.of(replica)));
    }

    /** A client lacks answers to what was ordered: from now on everybody is asked for them. */
    void widen() {
        widened = true;
    }

    void onEntered() {
        widened = false;
    }
}
