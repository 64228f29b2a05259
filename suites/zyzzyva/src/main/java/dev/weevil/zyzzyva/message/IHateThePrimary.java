package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/** I-HATE-THE-PRIMARY: a replica accuses the primary of the view (V1). Always signed. */
@Tag(22)
public record IHateThePrimary(long view, NodeId replica, Seal seal) implements ZyzzyvaMessage {

    public IHateThePrimary {
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    public IHateThePrimary withSeal(Seal other) {
        return new IHateThePrimary(view, replica, other);
    }
}
