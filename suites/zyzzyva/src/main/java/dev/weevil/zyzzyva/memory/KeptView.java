package dev.weevil.zyzzyva.memory;

import dev.weevil.engine.wire.Tag;
import dev.weevil.zyzzyva.message.NewView;

import java.util.Objects;

/** What the present view began with: others that missed its beginning need it to enter. */
@Tag(3)
public record KeptView(NewView proposal) implements Memory {

    public KeptView {
        Objects.requireNonNull(proposal, "proposal");
    }

    @Override
    public long view() {
        return proposal.view();
    }
}
