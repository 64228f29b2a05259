package dev.weevil.zyzzyva.message;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.Outside;

import java.util.Objects;
import java.util.Optional;

/**
 * One request in the order a primary gives.
 *
 * @param history h, the digest of the history that ends with this request
 * @param request d, the digest of the request; {@link Digest#ZERO} for the null request of 9.4
 * @param nondeterminism ND, what the primary chose for the service: its clock, say
 * @param body the request itself; absent where the receiver has it from the client, and in evidence
 */
public record OrderedItem(
        Digest history,
        Digest request,
        Payload nondeterminism,
        @Outside Optional<Request> body) {

    public OrderedItem {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(nondeterminism, "nondeterminism");
        Objects.requireNonNull(body, "body");
    }

    public OrderedItem withoutBody() {
        return body.isEmpty()
                ? this
                : new OrderedItem(history, request, nondeterminism, Optional.empty());
    }

    /** Whether both order the same request with the same choices after the same history. */
    public boolean sameOrder(OrderedItem other) {
        return history.equals(other.history)
                && request.equals(other.request)
                && nondeterminism.equals(other.nondeterminism);
    }
}
