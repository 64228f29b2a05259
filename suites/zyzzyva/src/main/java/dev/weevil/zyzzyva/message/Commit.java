package dev.weevil.zyzzyva.message;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/** COMMIT: a client shows the replicas that enough of them agree. It proves itself by its content. */
@Tag(4)
public record Commit(NodeId client, CommitCertificate certificate) implements ZyzzyvaMessage {

    public Commit {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(certificate, "certificate");
    }

    @Override
    public long view() {
        return certificate.view();
    }

    @Override
    public long sequence() {
        return certificate.sequence();
    }
}
