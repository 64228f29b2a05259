package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderLog;
import dev.weevil.zyzzyva.message.OrderRequest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Orders relayed by other replicas: believed by the primary's seal, or because f+1 replicas present the
 * same one (A2, F9; a defence against clients and primaries whose MACs verify for some only, 15.1).
 */
final class Vouching {

    /** Orders that wait for a second voice; more are not kept. */
    static final int MOST_ORDERS = 256;

    private final Core core;
    private final Map<OrderRequest, Set<NodeId>> vouchers = new HashMap<>();

    Vouching(Core core) {
        this.core = core;
    }

    void onOrderLog(NodeId sender, OrderLog message) {
        if (!core.views.worksIn(message.view())
                || !core.quorums.isReplica(message.replica())
                || message.orders().size() > core.settings.sizes().window()) {
            core.out.refuse(sender, message, "not from a replica in view " + core.views.target());
            return;
        }
        if (!core.seals.proves(message.replica(), message, message.seal())) {
            core.unproven(sender, message, "not proven to be from " + message.replica());
            return;
        }
        for (OrderRequest order : message.orders()) {
            boolean useful = order.view() == message.view()
                    && order.first() > core.history.stable()
                    && order.first() <= core.window()
                    && order.last() > core.history.last();
            if (useful) {
                consider(message.replica(), order);
            }
        }
    }

    private void consider(NodeId replica, OrderRequest order) {
        OrderRequest header = order.header();
        if (vouchers.size() >= MOST_ORDERS) {
            vouchers.keySet().removeIf(known -> known.last() <= core.history.last());
        }
        if (vouchers.size() < MOST_ORDERS || vouchers.containsKey(header)) {
            Set<NodeId> voices = vouchers.computeIfAbsent(header, fresh -> new HashSet<>());
            voices.add(replica);
            if (voices.size() >= core.quorums.weak()) {
                vouchers.remove(header);
                core.acceptance.offer(order, true);
                return;
            }
        }
        if (core.seals.proves(order)) {
            core.acceptance.offer(order, false);
        }
    }

    /** The primary that gave an order stands for it, like any other that presents it. */
    void heard(NodeId primary, OrderRequest order) {
        if (vouchers.size() < MOST_ORDERS) {
            vouchers.computeIfAbsent(order.header(), fresh -> new HashSet<>()).add(primary);
        }
    }

    /** How many things are kept here (I14). */
    int held() {
        return vouchers.size();
    }

    void forgetAll() {
        vouchers.clear();
    }
}
