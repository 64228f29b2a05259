package dev.weevil.zyzzyva.message;

import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/** STATE-PAGE: one page of a checkpoint's state; its digest proves it. */
@Tag(29)
public record StatePage(long sequence, int page, Payload content) implements ZyzzyvaMessage {

    public StatePage {
        Objects.requireNonNull(content, "content");
    }
}
