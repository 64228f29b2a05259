package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/**
 * CHECKPOINT: the replica has executed so far, and holds a certificate of the view, or the view's base,
 * that covers it (G3). Always signed.
 *
 * @param history h_n
 * @param state D, the digest of application state and client table
 */
@Tag(21)
public record Checkpoint(
        long view, long sequence, Digest history, Digest state, NodeId replica, Seal seal)
        implements ZyzzyvaMessage {

    public Checkpoint {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    /** Whether both state the same of the same number, perhaps in different views. */
    public boolean sameState(Checkpoint other) {
        return sequence == other.sequence
                && history.equals(other.history)
                && state.equals(other.state);
    }

    public Checkpoint withSeal(Seal other) {
        return new Checkpoint(view, sequence, history, state, replica, other);
    }
}
