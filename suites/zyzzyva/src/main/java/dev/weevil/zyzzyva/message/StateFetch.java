package dev.weevil.zyzzyva.message;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.Objects;

/**
 * STATE-FETCH: a replica asks for a checkpoint's state (T2, T4). Needs no proof: it changes nothing.
 *
 * @param sequence the checkpoint's number
 * @param page which page; {@link #META} for what the checkpoint is made of
 */
@Tag(27)
public record StateFetch(long sequence, int page, NodeId replica) implements ZyzzyvaMessage {

    public static final int META = -1;

    public StateFetch {
        Objects.requireNonNull(replica, "replica");
    }
}
