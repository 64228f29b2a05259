package dev.weevil.zyzzyva.message;

import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/** BODY: the answer to {@link FetchBody}; its digest proves it. */
@Tag(9)
public record Body(Request request) implements ZyzzyvaMessage {

    public Body {
        Objects.requireNonNull(request, "request");
    }

    @Override
    public long sequence() {
        return request.timestamp();
    }
}
