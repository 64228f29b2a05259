package dev.weevil.zyzzyva.replica;

/** What a replica says of itself beside the engine's own words. */
final class Facts {

    /** The replica stored a commit certificate for this history. */
    static final String STORED_CERTIFICATE = "stored-certificate";

    /** The replica holds the primary of the view to be proven faulty. */
    static final String CONVICTED = "convicted";

    /** The replica left for the view with a VIEW-CHANGE or VIEW-CONFIRM: its promise (I11). */
    static final String PROMISED = "promised";

    /** The replica entered the view, which begins with this history. */
    static final String ENTERED = "entered";

    /** The replica took over the state of a checkpoint. */
    static final String TRANSFERRED = "transferred";

    /** The replica's own state contradicts what others prove. */
    static final String DIVERGED = "diverged";

    /** A request of this client must bear a signature for a while: its MACs are good for some only. */
    static final String SUSPECTED = "suspected";

    /** A node has taken its share of this replica's time for now; what exceeds it is dropped. */
    static final String LIMITED = "limited";

    /** The replica began with what an earlier life of it had kept. */
    static final String RESTORED = "restored";

    private Facts() {}
}
