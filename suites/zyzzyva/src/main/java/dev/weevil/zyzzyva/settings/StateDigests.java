package dev.weevil.zyzzyva.settings;

/** How the digest of a whole state follows from those of its pages (3.3). */
public enum StateDigests {
    /** A tree of one level: the digest of all page digests. */
    MERKLE,
    /** A sum of one term per page (Bellare and Micciancio), as in the paper's prototype. */
    ADHASH
}
