package dev.weevil.engine.live.stream;

import dev.weevil.engine.node.Payload;

/**
 * One delimited part of a stream.
 *
 * @param tag on its way to the proxy the envelope its sender was acting on, on its way from the proxy
 *     the envelope it is; 0 where there is none. Its word is not to be trusted: it explains, no more
 * @param content what its receiver decodes
 */
public record Piece(long tag, Payload content) {

    public static Piece untagged(Payload content) {
        return new Piece(0, content);
    }
}
