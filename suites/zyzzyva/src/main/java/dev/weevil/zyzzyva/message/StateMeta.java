package dev.weevil.zyzzyva.message;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.wire.Tag;

import java.util.List;

/**
 * STATE-META: what a stable checkpoint is made of. The proof covers it.
 *
 * @param proof the CHECKPOINT quorum
 * @param pages the digests of the pages; the last is the client table
 */
@Tag(28)
public record StateMeta(long sequence, List<Checkpoint> proof, List<Digest> pages)
        implements ZyzzyvaMessage {

    public StateMeta {
        proof = List.copyOf(proof);
        pages = List.copyOf(pages);
    }
}
