package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/**
 * VIEW-CONFIRM: the replica agrees that the view begins with this history (V14). Always signed; 2f+1 of
 * them are the view's base certificate.
 *
 * @param sequence the number the initial history ends with
 */
@Tag(25)
public record ViewConfirm(long view, long sequence, Digest history, NodeId replica, Seal seal)
        implements ZyzzyvaMessage {

    public ViewConfirm {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    public boolean sameBase(ViewConfirm other) {
        return view == other.view && sequence == other.sequence && history.equals(other.history);
    }

    public ViewConfirm withSeal(Seal other) {
        return new ViewConfirm(view, sequence, history, replica, other);
    }
}
