package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/**
 * POM: two orders of one primary in one view that no correct primary can both have given (M1).
 *
 * @param sender who shows them; it proves nothing by itself
 */
@Tag(10)
public record ProofOfMisbehavior(
        long view, OrderRequest first, OrderRequest second, NodeId sender, Seal seal)
        implements ZyzzyvaMessage {

    public ProofOfMisbehavior {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(seal, "seal");
    }

    @Override
    public long sequence() {
        return first.first();
    }

    public ProofOfMisbehavior withSeal(Seal other) {
        return new ProofOfMisbehavior(view, first, second, sender, other);
    }
}
