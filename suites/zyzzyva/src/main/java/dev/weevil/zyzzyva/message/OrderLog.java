package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.List;
import java.util.Objects;

/**
 * LOG: orders of the current view as one replica holds them, vouched for by its seal. In MAC mode an
 * order whose own entry does not verify is believed when f+1 replicas vouch for it (F9, A2).
 */
@Tag(11)
public record OrderLog(long view, List<OrderRequest> orders, NodeId replica, Seal seal)
        implements ZyzzyvaMessage {

    public OrderLog {
        orders = List.copyOf(orders);
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    @Override
    public long sequence() {
        return orders.isEmpty() ? 0 : orders.get(0).first();
    }

    public OrderLog withSeal(Seal other) {
        return new OrderLog(view, orders, replica, other);
    }
}
