package dev.weevil.engine.wire;

import dev.weevil.engine.node.Payload;

import java.util.Optional;

/** Bytes for people: stateless, used by several threads at once. */
@FunctionalInterface
public interface BytesInWords {

    /** One line; empty for bytes without such a meaning, which may come from anybody. */
    Optional<String> of(Payload bytes);
}
