package dev.weevil.zyzzyva.settings;

/** Which reading of the protocol a cluster follows where they differ (PROTOCOL.md, 9.7). */
public enum Rules {
    /** The technical report and TOCS: unsafe across view changes. */
    PUBLISHED_TR,
    /** The conference paper: unsafe across view changes. */
    PUBLISHED_SOSP,
    /** A tempting repair that forgets the base certificate: unsafe (11.3, S4). */
    NAIVE_FIX,
    /** Views before numbers, and the base certificate of the newest view entered. */
    REPAIRED;

    /** G4: how many matching CHECKPOINTs make a checkpoint stable. */
    public int checkpointQuorum(Quorums quorums) {
        return published() ? quorums.weak() : quorums.strong();
    }

    /** G4: whether these must be of one view. */
    public boolean checkpointsOfOneView() {
        return !published();
    }

    /** V15: how many matching VIEW-CONFIRMs form the base certificate. */
    public int confirmQuorum(Quorums quorums) {
        return this == PUBLISHED_SOSP ? quorums.weak() : quorums.strong();
    }

    public boolean published() {
        return this == PUBLISHED_TR || this == PUBLISHED_SOSP;
    }
}
