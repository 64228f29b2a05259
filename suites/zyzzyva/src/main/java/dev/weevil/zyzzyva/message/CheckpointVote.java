package dev.weevil.zyzzyva.message;

import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/**
 * CP-VOTE: what a replica has at a number, told to the replicas, so that they can form a certificate
 * without a client: at checkpoints (G1, G2), and where a client asked them to commit first (12.8).
 *
 * @param asks whether the sender lacks the votes of others and wants them again
 */
@Tag(20)
public record CheckpointVote(Statement statement, boolean asks) implements ZyzzyvaMessage {

    /** A vote that asks for nothing. */
    public CheckpointVote(Statement statement) {
        this(statement, false);
    }

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
