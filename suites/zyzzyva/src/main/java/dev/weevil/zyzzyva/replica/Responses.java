package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;

import java.util.List;
import java.util.Optional;

/** What a replica tells clients (A8, Q1, Q2, K3). */
final class Responses {

    private final Core core;

    Responses(Core core) {
        this.core = core;
    }

    /** SPEC-RESPONSE to a request just executed, or asked for again: always in the current view. */
    void speculative(ClientRow row, Request asked) {
        boolean full = asked.replier() == Request.EVERYBODY
                || asked.replier() == core.self.index()
                || row.result().length() <= core.settings.sizes().smallReply();
        // Departs from 4: MACs in an order say nothing to a client, and the order would be most of
        // the
        // message. Only one that waits for too long is to show the replicas what it was told (M5).
        boolean quoting = core.seals.signing() || asked.seal() instanceof Seal.Signature;
        speculative(row, full, asked.signed(), quoting ? row.order() : Optional.empty());
    }

    /** V17: a new view tells each client once, unasked, what has become of its last request. */
    void speculativeUnasked(ClientRow row) {
        speculative(row, true, false, core.seals.signing() ? row.order() : Optional.empty());
    }

    private void speculative(
            ClientRow row, boolean full, boolean signed, Optional<OrderRequest> order) {
        Optional<Payload> result =
                full && core.role.executes() ? Optional.of(row.result()) : Optional.empty();
        SpeculativeResponse unsealed = new SpeculativeResponse(
                statement(row, signed), result, order, core.commitment.covered(), Seal.NONE);
        core.out.send(row.client(), unsealed.withSeal(core.seals.code(unsealed, row.client())));
    }

    /** In MAC mode the core is signed only for a client that is about to build a certificate. */
    private Statement statement(ClientRow row, boolean signed) {
        Statement unsealed = new Statement(
                new ResponseCore(
                        core.views.target(),
                        row.sequence(),
                        row.history(),
                        row.reply(),
                        row.client(),
                        row.timestamp()),
                core.self,
                Seal.NONE);
        return signed || core.seals.signing()
                ? unsealed.withSeal(core.seals.signature(unsealed))
                : unsealed;
    }

    /** LOCAL-COMMIT: the request is covered by a certificate here. */
    void localCommit(NodeId client, long sequence, Digest request, Digest history) {
        core.out.observe(Facts.ACKNOWLEDGED, core.views.target(), sequence, history);
        LocalCommit unsealed = new LocalCommit(
                core.views.target(), request, history, core.self, client, sequence, Seal.NONE);
        core.out.send(client, unsealed.withSeal(core.seals.seal(unsealed, List.of(client))));
    }
}
