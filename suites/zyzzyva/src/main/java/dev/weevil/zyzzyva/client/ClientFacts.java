package dev.weevil.zyzzyva.client;

/** What a client says of itself beside the engine's own words. */
public final class ClientFacts {

    /** The client accepted a reply after this history (I1); the detail says by which case. */
    public static final String COMPLETED_AFTER = "completed-after";

    /** A replica answered otherwise than the completion. */
    public static final String DEVIATED = "deviated";

    /** The client completed a read that has no number of its own, at this history (12.5). */
    public static final String READ_AT = "read-at";

    /** The client will wait for its next requests otherwise than for its last (12.8). */
    public static final String PATIENCE = "patience";

    private ClientFacts() {}
}
