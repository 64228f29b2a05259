package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.service.KeyValueStore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The primary orders (6.2, P1 to P5). */
final class Ordering {

    private static final Timer T_BATCH = Timer.named("T_BATCH");

    /** No client has its answer and asks again in less than this part of T_BATCH. */
    private static final int SHORTEST_TURNS = 10;

    private final Core core;

    /** The newest request of each client that waits for a number, first come first. */
    private final Map<NodeId, Request> queue = new LinkedHashMap<>();

    /** First numbers of own batches that nobody is known to have an answer of. */
    private final Set<Long> unanswered = new LinkedHashSet<>();

    /** Which of these batches a client's last request is in. */
    private final Map<NodeId, Long> batchOf = new HashMap<>();

    /** When each client's last request got its number. */
    private final Map<NodeId, Long> orderedNanos = new HashMap<>();

    private boolean waiting;
    private boolean busy;

    Ordering(Core core) {
        this.core = core;
    }

    /** P2: only what is newer than the client's last request gets a number. */
    void onRequest(Request request) {
        NodeId client = request.client();
        if (request.timestamp() <= core.execution.acceptedTimestamp(client)) {
            return;
        }
        if (core.settings.defences().on() && !patient(request)) {
            return;
        }
        // A client that asks for more has got its last answer.
        Long answered = batchOf.remove(client);
        if (answered != null) {
            unanswered.remove(answered);
        }
        Request queued = queue.get(client);
        if (queued == null || queued.timestamp() < request.timestamp()) {
            queue.put(client, request);
        }
        orderSome();
    }

    /**
     * 15.1: whether the request may be ordered by itself. Of a client one request waits at most, and
     * for so long as no answer can have reached it.
     */
    private boolean patient(Request request) {
        NodeId client = request.client();
        if (queue.containsKey(client)) {
            return false;
        }
        long soonest = core.settings.timeouts().batch().toNanos() / SHORTEST_TURNS;
        Long before = orderedNanos.get(client);
        if (before == null || core.nanos - before >= soonest) {
            return true;
        }
        queue.put(client, request);
        expectBatch();
        return false;
    }

    /** Whether a request of the client waits for its number. */
    boolean awaits(NodeId client) {
        return queue.containsKey(client);
    }

    /** P4: at once while few batches are unanswered, else when one is full or has waited enough. */
    void orderSome() {
        // A checkpoint may become stable, and call for more, while a batch is being executed.
        if (busy || !core.views.normal() || !core.isPrimary()) {
            return;
        }
        busy = true;
        while (!queue.isEmpty() && room() > 0 && !shouldWait()) {
            order();
        }
        busy = false;
        expectBatch();
    }

    private void expectBatch() {
        if (!queue.isEmpty() && !waiting) {
            waiting = true;
            core.out.start(T_BATCH, core.settings.timeouts().batch());
        }
    }

    private boolean shouldWait() {
        return unanswered.size() >= core.settings.sizes().pipeline()
                && queue.size() < core.settings.sizes().batch();
    }

    boolean onTimer(Timer timer) {
        if (!timer.equals(T_BATCH)) {
            return false;
        }
        waiting = false;
        unanswered.clear();
        batchOf.clear();
        // With a full window nothing can be done until a checkpoint is stable; that calls again
        // (P3).
        if (room() > 0) {
            orderSome();
        }
        return true;
    }

    private long room() {
        return core.window() - core.history.last();
    }

    private void order() {
        long first = core.history.last() + 1;
        List<OrderedItem> items = batch();
        OrderRequest unsealed = new OrderRequest(
                core.views.target(), first, commitOptimized(items), items, Seal.NONE);
        List<NodeId> audience = core.audience.members();
        OrderRequest order = unsealed.withSeal(core.seals.seal(unsealed, audience));
        core.out.send(audience, withoutBigBodies(order));
        unanswered.add(first);
        for (OrderedItem item : items) {
            batchOf.put(item.body().orElseThrow().client(), first);
            orderedNanos.put(item.body().orElseThrow().client(), core.nanos);
        }
        core.acceptance.acceptOwn(order);
    }

    /** 12.8: one client's wish is the batch's. */
    private boolean commitOptimized(List<OrderedItem> items) {
        return core.settings.optimizations().commitOpt()
                && items.stream().anyMatch(item -> item.body().orElseThrow().commitOptimized());
    }

    private List<OrderedItem> batch() {
        long most = Math.min(core.settings.sizes().batch(), room());
        List<OrderedItem> items = new ArrayList<>();
        Digest history = core.history.digest();
        Iterator<Request> requests = queue.values().iterator();
        while (requests.hasNext() && items.size() < most) {
            Request request = requests.next();
            requests.remove();
            Digest digest = core.requests.digest(request);
            Payload choice = KeyValueStore.choose(request.operation(), core.nanos);
            history = core.chain.next(history, digest, choice);
            items.add(new OrderedItem(history, digest, choice, Optional.of(request)));
        }
        return items;
    }

    /** Whoever sent a big request sent it to everybody (C2). */
    private OrderRequest withoutBigBodies(OrderRequest order) {
        int big = core.settings.sizes().bigRequest();
        boolean any = order.items().stream()
                .anyMatch(item -> item.body().orElseThrow().operation().length() > big);
        if (!any) {
            return order;
        }
        List<OrderedItem> items = order.items().stream()
                .map(item -> item.body().orElseThrow().operation().length() > big
                        ? item.withoutBody()
                        : item)
                .toList();
        return order.withItems(items);
    }

    /** How many things are kept here (I14). */
    int held() {
        return queue.size() + unanswered.size();
    }

    /** A view begins with no batch on its way. */
    void onEntered() {
        core.audience.onEntered();
        queue.clear();
        unanswered.clear();
        batchOf.clear();
    }
}
