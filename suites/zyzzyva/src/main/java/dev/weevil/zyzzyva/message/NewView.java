package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.wire.Tag;

import java.util.List;
import java.util.Objects;

/**
 * NEW-VIEW: the new primary shows which reports the view starts from. The initial history follows from
 * them; its end is stated only so that a wrong one is visible. Always signed.
 *
 * @param changes P, 2f+1 VIEW-CHANGE messages in full
 * @param last the number the initial history G ends with
 * @param history the digest of G
 */
@Tag(24)
public record NewView(long view, List<ViewChange> changes, long last, Digest history, Seal seal)
        implements ZyzzyvaMessage {

    public NewView {
        changes = List.copyOf(changes);
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(seal, "seal");
    }

    @Override
    public long sequence() {
        return last;
    }

    public NewView withSeal(Seal other) {
        return new NewView(view, changes, last, history, other);
    }
}
