package dev.weevil.zyzzyva.client;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.proof.Seals;
import dev.weevil.zyzzyva.settings.Quorums;

import java.util.Optional;

/** Whether an answer counts (6.6). Says why not, or nothing. */
final class ResponseCheck {

    private final Quorums quorums;
    private final Seals seals;

    /** Responses of one view quote the same order: one verification serves all. */
    private Optional<OrderRequest> lastProven = Optional.empty();

    ResponseCheck(Quorums quorums, Seals seals) {
        this.quorums = quorums;
        this.seals = seals;
    }

    /** @param digest d of the client's request */
    Optional<String> complaint(SpeculativeResponse response, Digest digest) {
        return complaint(response, digest, 1);
    }

    /** Like {@link #complaint}; the state of before the first request may be read as well. */
    Optional<String> complaintAboutRead(SpeculativeResponse response, Digest digest) {
        return complaint(response, digest, 0);
    }

    private Optional<String> complaint(SpeculativeResponse response, Digest digest, long least) {
        ResponseCore core = response.core();
        if (!quorums.isReplica(response.statement().replica())
                || core.view() < 0
                || core.sequence() < least) {
            return Optional.of("no replica, view or number of this cluster");
        }
        if (core.replies() != quorums.executes(response.statement().replica())) {
            return Optional.of("a result of a witness, or none of another");
        }
        Optional<Payload> result = response.result();
        if (result.isPresent() && !Digest.of(result.get()).equals(core.reply())) {
            return Optional.of("a result that is not the one stated");
        }
        if (!sealed(response)) {
            return Optional.of("not proven to be from " + response.statement().replica());
        }
        return orderFits(response, digest)
                ? Optional.empty()
                : Optional.of("an order that misfits");
    }

    private boolean sealed(SpeculativeResponse response) {
        boolean whole = seals.codes(response.statement().replica(), response, response.seal());
        return whole && (!seals.signing() || seals.proves(response.statement()));
    }

    /**
     * What a view began with may be shown with an older order, or none (Q2, V17). Departs from 6.6: none
     * in view 0 as well, because a replica that took over a state has no orders of what is in it; an
     * order is evidence against primaries, not for completion.
     */
    private boolean orderFits(SpeculativeResponse response, Digest digest) {
        ResponseCore core = response.core();
        if (response.order().isEmpty()) {
            return true;
        }
        OrderRequest order = response.order().get();
        if (order.view() > core.view() || !order.covers(core.sequence())) {
            return false;
        }
        OrderedItem item = order.item(core.sequence());
        if (!item.request().equals(digest)) {
            return false;
        }
        // The history of an older order may since have got null requests in front (9.4).
        return order.view() < core.view()
                || (item.history().equals(core.history()) && proven(order));
    }

    /** Only a signature convinces a client; in MAC mode it must take the order as a hint. */
    private boolean proven(OrderRequest order) {
        if (!seals.signing() || lastProven.filter(order::equals).isPresent()) {
            return true;
        }
        boolean proven = seals.proves(order);
        if (proven) {
            lastProven = Optional.of(order);
        }
        return proven;
    }

    Optional<String> complaint(LocalCommit message, Request request, Digest digest) {
        if (!quorums.isReplica(message.replica())
                || !message.client().equals(request.client())
                || !message.request().equals(digest)) {
            return Optional.of("not about the request at hand");
        }
        return seals.proves(message.replica(), message, message.seal())
                ? Optional.empty()
                : Optional.of("not proven to be from " + message.replica());
    }
}
