package dev.weevil.zyzzyva.story;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;

/**
 * A correct client's completion.
 *
 * @param invocation what it had asked for
 * @param how the case of 6.6
 */
record Completion(
        long nanos,
        NodeId client,
        Invocation invocation,
        long view,
        long number,
        Digest request,
        Digest history,
        String how) {

    /** {@code c1's put y 2}. */
    String whose() {
        return client + "'s " + Words.of(invocation);
    }

    String place() {
        return "number " + number + " in view " + view;
    }

    String howInWords() {
        return switch (how) {
            case "4a" -> "all replicas gave the same answer (4a)";
            case "4b" -> "2f+1 replicas acknowledged its commit certificate (4b)";
            case "C8" -> "2f+1 replicas answered that it was committed (C8)";
            default -> "by case " + how;
        };
    }
}
