package dev.weevil.engine.live.stream;

import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Payload;

import io.netty.buffer.ByteBuf;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The content's length (4 bytes, big-endian), the tag (8), the content.
 *
 * @param longest the longest content accepted, in bytes
 */
public record LengthPrefixed(int longest) implements Framing {

    private static final int HEADER_BYTES = 12;

    /** Contents of up to 1 MiB. */
    public static final LengthPrefixed USUAL = new LengthPrefixed(1 << 20);

    @Override
    public Optional<Piece> take(ByteBuffer received) throws Malformed {
        if (received.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        int length = received.getInt(received.position());
        if (length < 0 || length > longest) {
            throw new Malformed("expected a frame of at most " + longest + " bytes, found "
                    + Integer.toUnsignedString(length));
        }
        if (received.remaining() < HEADER_BYTES + length) {
            return Optional.empty();
        }
        received.getInt();
        long tag = received.getLong();
        byte[] content = new byte[length];
        received.get(content);
        return Optional.of(new Piece(tag, Payload.wrap(content)));
    }

    @Override
    public ByteBuffer write(Piece piece) {
        return ByteBuffer.allocate(HEADER_BYTES + piece.content().length())
                .putInt(piece.content().length())
                .putLong(piece.tag())
                .put(piece.content().asByteBuffer())
                .flip();
    }

    @Override
    public void write(Piece piece, ByteBuf out) {
        out.writeInt(piece.content().length())
                .writeLong(piece.tag())
                .writeBytes(piece.content().asByteBuffer());
    }
}
