package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Fact;

/** What a replica says of itself beside the engine's own words. */
public final class Facts {

    /** The replica stored a commit certificate for this history. */
    public static final String STORED_CERTIFICATE = "stored-certificate";

    /** The replica holds the primary of the view to be proven faulty. */
    public static final String CONVICTED = "convicted";

    /** The replica left for the view with a VIEW-CHANGE or VIEW-CONFIRM: its promise (I11). */
    public static final String PROMISED = "promised";

    /** The replica entered the view, which begins with this history. */
    public static final String ENTERED = "entered";

    /** The replica took over the state of a checkpoint. */
    public static final String TRANSFERRED = Fact.TRANSFERRED;

    /** The replica's own state contradicts what others prove. */
    public static final String DIVERGED = "diverged";

    /** The replica told a client that this history is covered by a certificate (LOCAL-COMMIT). */
    public static final String ACKNOWLEDGED = "acknowledged";

    /** The replica's own state at a checkpoint number has this digest (G1), stable or not. */
    public static final String CHECKPOINTED = "checkpointed";

    /** How much the replica keeps beside its history, in all stores together (I14). */
    public static final String STORES = "stores";

    /** A request of this client must bear a signature for a while: its MACs are good for some only. */
    static final String SUSPECTED = "suspected";

    /** A node has taken its share of this replica's time for now; what exceeds it is dropped. */
    static final String LIMITED = "limited";

    /** The replica began with what an earlier life of it had kept. */
    public static final String RESTORED = "restored";

    private Facts() {}
}
