package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/**
 * LOCAL-COMMIT: a replica holds the client's request to be covered by a certificate.
 *
 * @param request d, the digest of the client's request
 * @param history h, the digest of the history that ends with it
 */
@Tag(5)
public record LocalCommit(
        long view,
        Digest request,
        Digest history,
        NodeId replica,
        NodeId client,
        long sequence,
        Seal seal)
        implements ZyzzyvaMessage {

    public LocalCommit {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(seal, "seal");
    }

    public LocalCommit withSeal(Seal other) {
        return new LocalCommit(view, request, history, replica, client, sequence, other);
    }
}
