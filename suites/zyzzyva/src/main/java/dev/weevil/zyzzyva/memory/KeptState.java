package dev.weevil.zyzzyva.memory;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.Tag;

import java.util.List;
import java.util.Objects;

/**
 * The state at a stable checkpoint.
 *
 * @param sequence the checkpoint's number
 * @param history h at that number
 * @param pages the store's pages and, last, the client table
 */
@Tag(2)
public record KeptState(long sequence, Digest history, List<Payload> pages) implements Memory {

    public KeptState {
        Objects.requireNonNull(history, "history");
        pages = List.copyOf(pages);
    }
}
