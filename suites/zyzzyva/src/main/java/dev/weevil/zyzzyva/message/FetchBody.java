package dev.weevil.zyzzyva.message;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/** FETCH-BODY: a replica has an order, but not the request with this digest. */
@Tag(8)
public record FetchBody(Digest request, NodeId replica) implements ZyzzyvaMessage {

    public FetchBody {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(replica, "replica");
    }
}
