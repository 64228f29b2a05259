package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Request;

import java.util.HashMap;
import java.util.Map;

/**
 * Requests that change nothing, answered at once from the present state (12.5). They get no number, and
 * neither the history nor the client table hears of them.
 */
final class Reads {

    private final Core core;

    /** The newest read of each client that was answered: an older one is a repetition. */
    private final Map<NodeId, Long> answered = new HashMap<>();

    Reads(Core core) {
        this.core = core;
    }

    /** Whether the request is to be answered here rather than ordered. */
    boolean concern(Request request) {
        return request.readOnly() && core.settings.optimizations().readOnly();
    }

    /**
     * Answers with the number and history of the state that was read, which need not be the last
     * accepted. Between views nobody knows whether that state will last: the client must order.
     */
    void onRead(Request request) {
        NodeId client = request.client();
        if (!core.views.normal() || answered.getOrDefault(client, 0L) >= request.timestamp()) {
            return;
        }
        answered.put(client, request.timestamp());
        long number = core.execution.last();
        core.responses.speculative(
                core.application.read(
                        request,
                        number,
                        core.history.digestAt(number).orElse(Digest.ZERO),
                        core.seals.digest(request)),
                request);
    }
}
