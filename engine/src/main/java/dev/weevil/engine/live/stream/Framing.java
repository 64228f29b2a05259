package dev.weevil.engine.live.stream;

import dev.weevil.engine.node.Malformed;

import io.netty.buffer.ByteBuf;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How messages are delimited on a stream of bytes. Stateless. */
public interface Framing {

    /**
     * Takes the first whole piece from the buffer; leaves the buffer as it is where none is whole.
     *
     * @throws Malformed if no continuation could make these bytes a piece, or only one longer than this
     *     framing accepts; the stream is lost then
     */
    Optional<Piece> take(ByteBuffer received) throws Malformed;

    /** The piece as {@link #take} reads it. */
    ByteBuffer write(Piece piece);

    /** Appends the piece as {@link #take} reads it. */
    default void write(Piece piece, ByteBuf out) {
        out.writeBytes(write(piece));
    }
}
