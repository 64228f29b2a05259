package dev.weevil.zyzzyva.message;

import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/**
 * CP-VOTE: what a replica would have answered at a checkpoint number, told to the replicas, so that
 * they can form a certificate without a client (G1, G2).
 */
@Tag(20)
public record CheckpointVote(Statement statement) implements ZyzzyvaMessage {

    public CheckpointVote {
        Objects.requireNonNull(statement, "statement");
    }

    @Override
    public long view() {
        return statement.core().view();
    }

    @Override
    public long sequence() {
        return statement.core().sequence();
    }
}
