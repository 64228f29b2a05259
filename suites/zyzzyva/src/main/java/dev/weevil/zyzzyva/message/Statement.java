package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;

import java.util.Objects;

/**
 * A response core as one replica states it: the brick that commit certificates are made of.
 *
 * @param seal the replica's signature, or nothing in MAC mode until a client asks for it
 */
public record Statement(ResponseCore core, NodeId replica, Seal seal) {

    public Statement {
        Objects.requireNonNull(core, "core");
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    public Statement withSeal(Seal other) {
        return new Statement(core, replica, other);
    }
}
