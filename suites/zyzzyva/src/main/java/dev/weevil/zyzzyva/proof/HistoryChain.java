package dev.weevil.zyzzyva.proof;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.OrderedItem;

import java.nio.ByteBuffer;

/**
 * h_n = H(h_{n-1} ‖ ...): a digest that stands for a whole history (3.3).
 *
 * @param coversNondeterminism whether ND is part of it; published it is not, and a primary can then
 *     give different choices under one digest
 */
public record HistoryChain(boolean coversNondeterminism) {

    /** h_n from h_{n-1} and what comes next. */
    public Digest next(Digest previous, Digest request, Payload nondeterminism) {
        return Digest.chain(
                previous, coversNondeterminism ? both(request, nondeterminism) : request);
    }

    /** Whether the item's history is the one that follows the previous history. */
    public boolean follows(Digest previous, OrderedItem item) {
        return next(previous, item.request(), item.nondeterminism()).equals(item.history());
    }

    private static Digest both(Digest request, Payload nondeterminism) {
        ByteBuffer bytes = ByteBuffer.allocate(Digest.LENGTH + nondeterminism.length());
        request.writeTo(bytes);
        bytes.put(nondeterminism.asByteBuffer());
        return Digest.of(Payload.wrap(bytes.array()));
    }
}
