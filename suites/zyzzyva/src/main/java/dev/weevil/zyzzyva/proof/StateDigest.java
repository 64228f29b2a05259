package dev.weevil.zyzzyva.proof;

import dev.weevil.engine.node.Digest;
import dev.weevil.zyzzyva.settings.StateDigests;

import java.util.List;

/**
 * D, the digest of a state, from the digests of its pages in their order (3.3): equal pages have equal
 * digests, and nobody can find other pages that have. One thread.
 */
public interface StateDigest {

    /** D of a state with these pages. */
    Digest of(List<Digest> pages);

    static StateDigest by(StateDigests kind) {
        return switch (kind) {
            case MERKLE -> new MerkleDigest();
            case ADHASH -> new AdHash();
        };
    }
}
