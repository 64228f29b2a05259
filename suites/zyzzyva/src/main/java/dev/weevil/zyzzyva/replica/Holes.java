package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.FillHole;
import dev.weevil.zyzzyva.message.OrderLog;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Missing sequence numbers (6.4, F1 to F9). */
final class Holes {

    private static final Timer T_FILL = Timer.named("T_FILL");

    private final Core core;

    /** The last number known to be missing; below maxN where nothing is. */
    private long to;

    /** The highest number the primary was asked for since the hole opened. */
    private long asked;

    private boolean open;
    private int expiries;

    /** F3: how much each requester got since when. */
    private final Map<NodeId, Served> served = new HashMap<>();

    private record Served(long sinceNanos, long items) {}

    Holes(Core core) {
        this.core = core;
    }

    /** Everything up to this number is known to be ordered (K4). */
    void missingUpTo(long number) {
        lacks(Math.min(number, core.window()));
        look(false);
    }

    /** What was ordered as this number is unfit; a fit order is still to come. */
    void lacks(long number) {
        to = Math.max(to, number);
    }

    /**
     * Opens, moves or closes the hole above maxN.
     *
     * @param progress whether some of it was just filled
     */
    void look(boolean progress) {
        Optional<Long> next = core.acceptance.firstWaiting();
        long missing = Math.max(to, lastOfHole());
        boolean stuck = next.isPresent() || missing > core.history.last();
        if (!stuck) {
            close();
            return;
        }
        to = missing;
        if (!open || progress) {
            open = true;
            expiries = 0;
            core.out.start(T_FILL, core.settings.timeouts().fill());
        }
        // What was asked for is on its way, or the timer asks again.
        long from = Math.max(core.history.last(), asked) + 1;
        if (from <= to) {
            asked = to;
            ask(List.of(core.primary()), from);
        }
    }

    /** F2: up to the order that shows the hole; 0 where the next number is here, if not its body. */
    private long lastOfHole() {
        long next = core.acceptance.firstWaiting().orElse(0L);
        return next > core.history.last() + 1 ? next : 0;
    }

    /** F4. */
    private void close() {
        if (open) {
            open = false;
            asked = 0;
            core.out.stop(T_FILL);
        }
    }

    /** F2. */
    private void ask(List<NodeId> whom, long from) {
        if (from <= to && !core.isPrimary()) {
            FillHole unsealed = new FillHole(core.views.target(), from, to, core.self, Seal.NONE);
            FillHole message = unsealed.withSeal(core.seals.seal(unsealed, whom));
            whom.forEach(replica -> core.out.send(replica, message));
        }
    }

    /** F5: the second time nobody helped, the primary is accused. */
    boolean onTimer(Timer timer) {
        if (!timer.equals(T_FILL)) {
            return false;
        }
        if (open && core.views.normal()) {
            expiries++;
            to = Math.max(to, lastOfHole());
            ask(core.out.others(), core.history.last() + 1);
            core.bodies.fetchFromAll();
            if (expiries > 1) {
                core.accusations.accuse("number " + (core.history.last() + 1) + " stays missing");
            }
            core.out.start(T_FILL, core.settings.timeouts().fill());
        }
        return true;
    }

    /** F3, F6, F8. */
    void onFillHole(NodeId sender, FillHole message) {
        NodeId replica = message.replica();
        if (!core.views.worksIn(message.view())
                || !core.quorums.isReplica(replica)
                || replica.equals(core.self)) {
            core.out.refuse(sender, message, "not from a replica in view " + core.views.target());
            return;
        }
        if (!core.seals.proves(replica, message, message.seal())) {
            core.unproven(sender, message, "not proven to be from " + replica);
            return;
        }
        sendOrders(replica, message.from(), message.to());
    }

    /** Sends the orders of the current view that cover these numbers, as far as they are here. */
    void sendOrders(NodeId replica, long from, long to) {
        if (from <= core.history.stable()) {
            core.checkpoints.sendProof(replica); // F8
        }
        long first = Math.max(from, core.history.stable() + 1);
        long last = Math.min(to, core.history.last());
        List<OrderRequest> orders = new ArrayList<>();
        long number = first;
        while (number <= last && mayServe(replica)) {
            Optional<OrderRequest> order = core.history.entry(number).order();
            if (order.isEmpty() || order.get().view() != core.views.target()) {
                number++;
            } else {
                orders.add(withBodies(order.get()));
                number = order.get().last() + 1;
            }
        }
        send(replica, orders);
    }

    /** In MAC mode what is relayed must be vouched for (F9). */
    private void send(NodeId replica, List<OrderRequest> orders) {
        if (core.isPrimary()) {
            orders.forEach(
                    order -> core.out.send(replica, core.audience.sealedFor(replica, order)));
        } else if (core.seals.signing()) {
            orders.forEach(order -> core.out.send(replica, order));
        } else if (!orders.isEmpty()) {
            OrderLog unsealed = new OrderLog(core.views.target(), orders, core.self, Seal.NONE);
            core.out.send(replica, unsealed.withSeal(core.seals.seal(unsealed, List.of(replica))));
        }
    }

    private OrderRequest withBodies(OrderRequest header) {
        List<OrderedItem> items = new ArrayList<>(header.items().size());
        for (long n = header.first(); n <= header.last(); n++) {
            items.add(core.history.holds(n) ? core.history.entry(n).item() : header.item(n));
        }
        return header.withItems(items);
    }

    private boolean mayServe(NodeId replica) {
        long period = core.settings.timeouts().fill().toNanos();
        Served before = served.getOrDefault(replica, new Served(core.nanos, 0));
        Served now = core.nanos - before.sinceNanos() >= period
                ? new Served(core.nanos, 1)
                : new Served(before.sinceNanos(), before.items() + 1);
        served.put(replica, now);
        return now.items() <= 2 * core.settings.sizes().window();
    }

    /** A view has no holes of an older one. */
    void forgetAll() {
        to = 0;
        close();
    }
}
