package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.Tag;

/** The server's answer. */
@Tag(2)
public record PlainReply(NodeId client, long timestamp, Payload result, Seal seal)
        implements PlainMessage {

    PlainReply withSeal(Seal other) {
        return new PlainReply(client, timestamp, result, other);
    }
}
