package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/**
 * DOUBT: the client's authenticator in an order does not verify at this replica (15.1). Whoever has
 * accepted the order shall vouch for it; the primary learns what its client is worth.
 *
 * @param sequence the number that the order gave
 * @param request d, the digest of the request
 */
@Tag(14)
public record Doubt(long view, long sequence, Digest request, NodeId replica, Seal seal)
        implements ZyzzyvaMessage {

    public Doubt {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    public Doubt withSeal(Seal other) {
        return new Doubt(view, sequence, request, replica, other);
    }
}
