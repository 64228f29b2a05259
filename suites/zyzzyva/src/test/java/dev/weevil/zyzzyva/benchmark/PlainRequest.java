package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.Tag;

/** A client asks the server for an operation. */
@Tag(1)
public record PlainRequest(Payload operation, long timestamp, NodeId client, Seal seal)
        implements PlainMessage {

    PlainRequest withSeal(Seal other) {
        return new PlainRequest(operation, timestamp, client, other);
    }
}
