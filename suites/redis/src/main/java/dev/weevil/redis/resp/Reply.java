package dev.weevil.redis.resp;

import java.util.List;
import java.util.Optional;

/** What the server answers. */
public sealed interface Reply {

    /** A status or a value; empty for no value. */
    record Text(Optional<String> value) implements Reply {}

    record Whole(long value) implements Reply {}

    /** The server did not do what was asked: a word in capitals, and why. */
    record Failure(String complaint) implements Reply {}

    record Several(List<Reply> replies) implements Reply {
        public Several {
            replies = List.copyOf(replies);
        }
    }
}
