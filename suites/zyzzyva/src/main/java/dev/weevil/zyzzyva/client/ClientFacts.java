package dev.weevil.zyzzyva.client;

/** What a client says of itself beside the engine's own words. */
public final class ClientFacts {

    /** The client accepted a reply after this history (I1); the detail says by which case. */
    public static final String COMPLETED_AFTER = "completed-after";

    /** A replica answered otherwise than the completion. */
    public static final String DEVIATED = "deviated";

    private ClientFacts() {}
}
