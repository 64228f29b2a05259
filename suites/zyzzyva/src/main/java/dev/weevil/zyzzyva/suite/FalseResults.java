package dev.weevil.zyzzyva.suite;

import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;

import java.util.Optional;

/** A replica that answers every request with a result of its own. */
final class FalseResults {

    private FalseResults() {}

    static Rule by(NodeId liar) {
        return Lie.by(liar).in(SpeculativeResponse.class, FalseResults::of);
    }

    /**
     * The result differs in its last byte, and what the statement says of it agrees with the lie.
     */
    private static SpeculativeResponse of(SpeculativeResponse truth) {
        ResponseCore core = truth.core();
        Optional<Payload> result = truth.result().map(FalseResults::altered);
        // Where another replica sends the result itself, only its digest can be a lie.
        Digest reply =
                result.map(Digest::of).orElseGet(() -> Digest.chain(core.reply(), core.reply()));
        Statement lie = new Statement(
                new ResponseCore(
                        core.view(),
                        core.sequence(),
                        core.history(),
                        reply,
                        core.client(),
                        core.timestamp()),
                truth.statement().replica(),
                truth.statement().seal());
        return new SpeculativeResponse(
                lie, result, truth.order(), truth.maxCommitted(), truth.seal());
    }

    private static Payload altered(Payload result) {
        byte[] bytes = result.toByteArray();
        if (bytes.length == 0) {
            return Payload.wrap(new byte[] {1});
        }
        bytes[bytes.length - 1] ^= 1;
        return Payload.wrap(bytes);
    }
}
