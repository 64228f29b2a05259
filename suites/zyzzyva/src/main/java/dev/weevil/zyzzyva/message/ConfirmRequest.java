package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/** CONFIRM-REQ: a replica has a client's request that the primary has not ordered yet. */
@Tag(7)
public record ConfirmRequest(long view, Request request, NodeId replica, Seal seal)
        implements ZyzzyvaMessage {

    public ConfirmRequest {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    @Override
    public long sequence() {
        return request.timestamp();
    }

    public ConfirmRequest withSeal(Seal other) {
        return new ConfirmRequest(view, request, replica, other);
    }
}
