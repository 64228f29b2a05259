package dev.weevil.engine.live.stream;

import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;
import java.util.Optional;

/** No framing: whatever has arrived is a piece. Where one ends means nothing; their order is all. */
public record AnyBytes() implements Framing {

    @Override
    public Optional<Piece> take(ByteBuffer received) {
        if (!received.hasRemaining()) {
            return Optional.empty();
        }
        byte[] all = new byte[received.remaining()];
        received.get(all);
        return Optional.of(Piece.untagged(Payload.wrap(all)));
    }

    @Override
    public ByteBuffer write(Piece piece) {
        return piece.content().asByteBuffer();
    }
}
