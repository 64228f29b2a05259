package dev.weevil.zyzzyva.settings;

/** Which of the two protocols a cluster speaks (PROTOCOL.md, sections 1.1 and 13). */
public enum Variant {
    /** n = 3f+1: the fast path needs everybody, and a commit phase stands in when somebody is late. */
    ZYZZYVA(3),
    /** n = 5f+1: f late replicas cost nothing, and clients have no commit phase. */
    ZYZZYVA5(5);

    private final int replicasPerFault;

    Variant(int replicasPerFault) {
        this.replicasPerFault = replicasPerFault;
    }

    int replicas(int faults) {
        return replicasPerFault * faults + 1;
    }
}
