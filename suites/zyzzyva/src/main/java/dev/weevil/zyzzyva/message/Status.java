package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/**
 * STATUS: where a replica stands, so that others can send again what it lacks.
 *
 * @param view the last view it entered
 * @param target the view it works in or is on its way to
 * @param stable its stable checkpoint
 * @param last the last number it accepted
 */
@Tag(26)
public record Status(long view, long target, long stable, long last, NodeId replica, Seal seal)
        implements ZyzzyvaMessage {

    public Status {
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    @Override
    public long sequence() {
        return last;
    }

    public Status withSeal(Seal other) {
        return new Status(view, target, stable, last, replica, other);
    }
}
