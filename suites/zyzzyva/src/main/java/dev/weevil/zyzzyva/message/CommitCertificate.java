package dev.weevil.zyzzyva.message;

import dev.weevil.engine.node.Digest;

import java.util.List;
import java.util.Objects;

/**
 * CC: 2f+1 signed statements of distinct replicas that fix the same history at the same number of the
 * same view. It commits that history and, histories being chained, everything before it (K6).
 */
public record CommitCertificate(
        long view, long sequence, Digest history, List<Statement> statements) {

    public CommitCertificate {
        Objects.requireNonNull(history, "history");
        statements = List.copyOf(statements);
    }
}
