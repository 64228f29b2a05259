package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.BytesInWords;

import java.util.Optional;

/** The result of an operation for people: {@code done}, {@code found 2}, {@code refused: ...}. */
public final class ReplyInWords implements BytesInWords {

    @Override
    public Optional<String> of(Payload bytes) {
        try {
            Reply reply = Reply.decode(bytes);
            String value = Shown.value(reply.value());
            return Optional.of(Shown.briefly(
                    switch (reply.kind()) {
                        case DONE -> "done";
                        case VALUE -> "found " + value;
                        case MISMATCH -> "mismatch, found " + value;
                        case REFUSED -> "refused: " + value;
                    }));
        } catch (Refusal noReply) {
            return Optional.empty();
        }
    }
}
