package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.ShownBy;
import dev.weevil.engine.wire.Tag;
import dev.weevil.zyzzyva.service.ReplyInWords;

import java.util.Objects;
import java.util.Optional;

/**
 * SPEC-RESPONSE: a replica answers before agreement is certain.
 *
 * @param result r; absent where another replica was asked for it
 * @param order the ORDER-REQ that gave the number, without bodies; may be absent or of an older view
 *     for what a view began with
 * @param maxCommitted the highest number that is covered by a certificate, a view's base or a stable
 *     checkpoint at this replica
 * @param seal the replica's MAC to the client over everything before it
 */
@Tag(3)
public record SpeculativeResponse(
        Statement statement,
        @ShownBy(ReplyInWords.class) Optional<Payload> result,
        Optional<OrderRequest> order,
        long maxCommitted,
        Seal seal)
        implements ZyzzyvaMessage {

    public SpeculativeResponse {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(seal, "seal");
    }

    @Override
    public long view() {
        return core().view();
    }

    @Override
    public long sequence() {
        return core().sequence();
    }

    public ResponseCore core() {
        return statement.core();
    }

    public SpeculativeResponse withSeal(Seal other) {
        return new SpeculativeResponse(statement, result, order, maxCommitted, other);
    }
}
