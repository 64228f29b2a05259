package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Body;
import dev.weevil.zyzzyva.message.FetchBody;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;

import java.util.Optional;

/** Requests that an order names, but does not bring (A2; FETCH-BODY and BODY). */
final class Bodies {

    private final Core core;

    /** Execution goes number by number, so at most one is missing at a time. */
    private Optional<Digest> missing = Optional.empty();

    private Optional<Request> fetched = Optional.empty();

    Bodies(Core core) {
        this.core = core;
    }

    /** The request an order is about: its own, the one its client sent here, or the one fetched. */
    Optional<Request> of(OrderedItem item) {
        if (item.body().isPresent()) {
            return item.body();
        }
        Optional<Request> sent = core.requests.body(item.request());
        return sent.isPresent()
                ? sent
                : fetched.filter(request -> core.seals.digest(request).equals(item.request()));
    }

    /** Asks the primary; the hole's timer asks the others if that does not help. */
    void fetch(Digest request) {
        if (missing.filter(request::equals).isEmpty()) {
            missing = Optional.of(request);
            core.out.send(core.primary(), new FetchBody(request, core.self));
        }
    }

    /** Asks everybody for what is still missing. */
    void fetchFromAll() {
        missing.filter(core.acceptance::awaits)
                .ifPresent(digest -> core.out.sendOthers(new FetchBody(digest, core.self)));
    }

    void onFetchBody(NodeId sender, FetchBody message) {
        if (!core.quorums.isReplica(message.replica()) || message.replica().equals(core.self)) {
            core.out.refuse(sender, message, "not from another replica");
            return;
        }
        find(message.request())
                .ifPresent(request -> core.out.send(message.replica(), new Body(request)));
    }

    private Optional<Request> find(Digest digest) {
        Optional<Request> pending = core.requests.body(digest);
        if (pending.isPresent()) {
            return pending;
        }
        return core.history.above(core.history.stable()).stream()
                .filter(entry -> entry.item().request().equals(digest))
                .findFirst()
                .flatMap(entry -> entry.item().body());
    }

    void onBody(NodeId sender, Body message) {
        Request request = message.request();
        if (missing.isEmpty() || !missing.get().equals(core.seals.digest(request))) {
            core.out.refuse(sender, message, "not asked for");
            return;
        }
        fetched = Optional.of(request);
        core.acceptance.resume();
        missing = Optional.empty();
        fetched = Optional.empty();
    }
}
