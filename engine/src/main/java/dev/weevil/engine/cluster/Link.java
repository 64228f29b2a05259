package dev.weevil.engine.cluster;

import dev.weevil.engine.node.NodeId;

/**
 * A connection that may be made.
 *
 * @param dialler who connects
 * @param target who listens, a replica
 * @param door which of the target's ports
 */
public record Link(NodeId dialler, NodeId target, String door) {

    public Link {
        if (dialler.equals(target) || target.isClient()) {
            throw new IllegalArgumentException(
                    "expected a link to another replica, found " + dialler + " to " + target);
        }
    }
}
