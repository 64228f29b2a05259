package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.Outside;
import dev.weevil.engine.wire.ShownBy;
import dev.weevil.engine.wire.Tag;
import dev.weevil.zyzzyva.service.OperationInWords;

import java.util.Objects;

/**
 * REQUEST: a client asks for an operation.
 *
 * <p>The client's seal covers operation, timestamp, client and read-only; the digest of a request is
 * the digest of just these bytes. What is outside changes when the request is sent again, and the
 * digest must not (PROTOCOL.md, 3.3).
 *
 * @param timestamp t, larger than that of every earlier request of this client
 * @param commitOptimized replicas shall commit before they execute (12.8)
 * @param signed the client wants signed responses, to build a certificate from
 * @param replier the index of the replica that answers with the whole result; {@link #EVERYBODY}
 */
@Tag(1)
public record Request(
        @ShownBy(OperationInWords.class) Payload operation,
        long timestamp,
        NodeId client,
        boolean readOnly,
        @Outside boolean commitOptimized,
        @Outside boolean signed,
        @Outside int replier,
        Seal seal)
        implements ZyzzyvaMessage {

    /** Every replica answers with the whole result. */
    public static final int EVERYBODY = -1;

    public Request {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(seal, "seal");
    }

    @Override
    public long sequence() {
        return timestamp;
    }

    public Request withSeal(Seal other) {
        return new Request(
                operation, timestamp, client, readOnly, commitOptimized, signed, replier, other);
    }

    /** The same request on another try: other flags, same digest. */
    public Request again(boolean wantSigned, int otherReplier) {
        return new Request(
                operation,
                timestamp,
                client,
                readOnly,
                commitOptimized,
                wantSigned,
                otherReplier,
                seal);
    }
}
