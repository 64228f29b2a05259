package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;

import java.util.Optional;
import java.util.TreeMap;

/** A replica accepts orders, to be executed at once unless they say otherwise (6.3, A1 to A6, A11). */
final class Acceptance {

    /** A batch larger than the window cannot be accepted whole; nobody correct sends one. */
    private static final int MOST_ITEMS = 1024;

    private static final int MOST_NONDETERMINISM_BYTES = 64;

    /**
     * A proven order of a number that cannot be accepted yet.
     *
     * @param order without bodies
     * @param vouched whether it was believed because f+1 replicas presented it (A2, F9)
     */
    record Waiting(OrderedItem item, OrderRequest order, boolean vouched) {}

    private final Core core;

    /** oooCache: above maxN, within the window, all of the view being worked in or entered. */
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();

    Acceptance(Core core) {
        this.core = core;
    }

    void onOrderRequest(NodeId sender, OrderRequest message) {
        if (message.view() != core.views.target()) {
            // A1. Late orders of an older view are no news; of a newer one STATUS will tell.
            if (message.view() > core.views.target()) {
                core.out.refuse(sender, message, "view " + core.views.target() + " is not over");
            }
            return;
        }
        if (message.first() < 1
                || message.first() > core.window()
                || message.items().isEmpty()
                || message.items().size() > MOST_ITEMS) {
            core.out.refuse(sender, message, "outside the window up to " + core.window());
            return;
        }
        if (stale(message)) {
            return;
        }
        if (core.isPrimary()) {
            core.out.refuse(sender, message, "the primary of this view takes no orders");
            return;
        }
        if (!core.seals.proves(message)) {
            core.unproven(sender, message, "not proven to be from " + core.primary());
            return;
        }
        offer(message, false);
    }

    /** Most re-sent orders say what was accepted long ago: no seal needs checking for that. */
    private boolean stale(OrderRequest message) {
        if (message.last() > core.history.last() || !core.history.holds(message.first())) {
            return message.last() <= core.history.stable();
        }
        for (long n = message.first(); n <= message.last(); n++) {
            if (!core.history.entry(n).item().sameOrder(message.item(n))) {
                return false;
            }
        }
        return true;
    }

    /** Takes an order whose origin is proven, or vouched for. */
    void offer(OrderRequest message, boolean vouched) {
        OrderRequest header = message.header();
        long last = Math.min(message.last(), core.window());
        for (long n = message.first(); n <= last; n++) {
            OrderedItem item = message.item(n);
            if (core.history.holds(n)) {
                compare(n, item, header);
            } else if (n > core.history.last()) {
                cache(n, new Waiting(item, header, vouched));
            }
        }
        resume();
    }

    /** A4: another order of an accepted number is proof of misbehaviour. */
    private void compare(long number, OrderedItem item, OrderRequest header) {
        Entry entry = core.history.entry(number);
        if (entry.view() == header.view() && !entry.item().sameOrder(item)) {
            entry.order().ifPresent(order -> core.misbehavior.report(order, header));
        }
    }

    /** F1, optimised; F7. */
    private void cache(long number, Waiting next) {
        Waiting before = waiting.get(number);
        if (before == null) {
            waiting.put(number, next);
        } else if (!before.item().sameOrder(next.item())) {
            core.misbehavior.report(before.order(), next.order());
            if (next.vouched()) {
                waiting.put(number, next);
            }
        } else if (before.item().body().isEmpty() || (next.vouched() && !before.vouched())) {
            waiting.put(number, next);
        }
    }

    /** A11: accepts what has become acceptable, and asks for what is missing. */
    void resume() {
        if (!core.views.normal()) {
            return; // V18: kept for the view being entered
        }
        boolean progress = false;
        while (!waiting.isEmpty() && waiting.firstKey() == core.history.last() + 1) {
            long number = waiting.firstKey();
            Waiting next = waiting.get(number);
            Optional<Request> body = core.bodies.of(next.item());
            if (body.isEmpty()) {
                core.bodies.fetch(next.item().request());
                break;
            }
            waiting.remove(number);
            if (!acceptable(number, next, body.get())) {
                core.holes.lacks(number);
                break;
            }
            progress = true;
            accept(number, next, body.get());
        }
        core.holes.look(progress);
        if (progress) {
            core.commitment.resume();
        }
    }

    private boolean acceptable(long number, Waiting next, Request body) {
        OrderedItem item = next.item();
        if (!core.application.table().knows(body.client())
                || body.timestamp() < 1
                || item.nondeterminism().length() > MOST_NONDETERMINISM_BYTES
                || !core.seals.digest(body).equals(item.request())) {
            core.out.refuse(core.primary(), next.order(), "no such request at " + number);
            return false;
        }
        if (!authentic(next, body)) {
            core.out.refuse(
                    core.primary(),
                    next.order(),
                    "request at " + number + " not proven to be from " + body.client());
            core.doubts.raise(number, next.order(), body);
            return false;
        }
        if (!core.chain.follows(core.history.digest(), item)) {
            brokenChain(number, next);
            return false;
        }
        return true;
    }

    /** A2: by its own seal, as known from elsewhere, or because f+1 replicas presented it. */
    private boolean authentic(Waiting next, Request body) {
        return core.requests.body(body.client(), next.item().request()).isPresent()
                || (next.vouched() && core.settings.defences().on())
                || core.seals.proves(body);
    }

    /** A5. */
    private void brokenChain(long number, Waiting next) {
        core.out.refuse(
                core.primary(), next.order(), "history at " + number + " does not follow ours");
        Optional<OrderRequest> before = core.history.holds(number - 1)
                ? core.history.entry(number - 1).order()
                : Optional.empty();
        before.filter(order -> order.view() == next.order().view())
                .ifPresent(order -> core.misbehavior.report(order, next.order()));
        core.accusations.accuse("broken history at " + number);
    }

    /** P5: the primary's own order needs no judging. */
    void acceptOwn(OrderRequest order) {
        OrderRequest header = order.header();
        for (long n = order.first(); n <= order.last(); n++) {
            OrderedItem item = order.item(n);
            accept(n, new Waiting(item, header, false), item.body().orElseThrow());
        }
        core.commitment.resume();
    }

    private void accept(long number, Waiting next, Request body) {
        OrderedItem item = next.item().body().isPresent()
                ? next.item()
                : new OrderedItem(
                        next.item().history(),
                        next.item().request(),
                        next.item().nondeterminism(),
                        Optional.of(body));
        long view = core.views.target();
        Entry entry = new Entry(number, view, item, Optional.of(next.order()));
        core.history.append(entry);
        core.out.observe(Fact.ACCEPTED, view, number, item.history());
        core.execution.onAccepted(entry);
    }

    /** The first number that is ordered but cannot be accepted, because one below it is missing. */
    Optional<Long> firstWaiting() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.firstKey());
    }

    /** Whether an order waits for the request with this digest. */
    boolean awaits(Digest digest) {
        return waiting.values().stream()
                .anyMatch(order -> order.item().request().equals(digest));
    }

    /** How many things are kept here (I14). */
    int held() {
        return waiting.size();
    }

    /** The view has changed, or is about to. */
    void forgetAll() {
        waiting.clear();
    }

    /** Numbers up to maxN have been taken otherwise. */
    void forgetTaken() {
        waiting.headMap(core.history.last(), true).clear();
    }
}
