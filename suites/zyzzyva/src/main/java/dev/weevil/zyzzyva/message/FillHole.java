package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/** FILL-HOLE: a replica lacks the orders of the numbers {@code from} to {@code to}, both included. */
@Tag(6)
public record FillHole(long view, long from, long to, NodeId replica, Seal seal)
        implements ZyzzyvaMessage {

    public FillHole {
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    @Override
    public long sequence() {
        return from;
    }

    public FillHole withSeal(Seal other) {
        return new FillHole(view, from, to, replica, other);
    }
}
