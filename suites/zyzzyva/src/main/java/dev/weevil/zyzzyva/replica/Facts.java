package dev.weevil.zyzzyva.replica;

/** What a replica says of itself beside the engine's own words. */
final class Facts {

    /** The replica stored a commit certificate for this history. */
    static final String STORED_CERTIFICATE = "stored-certificate";

    /** The replica holds the primary of the view to be proven faulty. */
    static final String CONVICTED = "convicted";

    private Facts() {}
}
