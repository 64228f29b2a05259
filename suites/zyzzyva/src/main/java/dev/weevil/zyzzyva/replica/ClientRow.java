package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ResponseCore;

import java.util.Optional;

/**
 * What a replica remembers of a client's last executed request.
 *
 * <p>Departs from 5.1: the request's digest is kept, too, so that a LOCAL-COMMIT can still name it
 * after its history was collected. It is a function of replicated state and enters D.
 *
 * @param result r
 * @param reply H(r)
 * @param history h_n, kept here so that it survives garbage collection (15.12)
 * @param order evidence for the client; differs between correct replicas, so D does not cover it
 */
record ClientRow(
        NodeId client,
        long timestamp,
        long sequence,
        Digest request,
        Payload result,
        Digest reply,
        Digest history,
        Optional<OrderRequest> order) {

    ClientRow withoutResult() {
        return new ClientRow(
                client,
                timestamp,
                sequence,
                request,
                Payload.EMPTY,
                ResponseCore.NO_REPLY,
                history,
                order);
    }
}
