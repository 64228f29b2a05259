package dev.weevil.engine.cluster;

/** What a system may expect of the links between correct nodes; a scenario is judged by it. */
public enum LinkModel {
    /** Messages may be dropped, delayed, duplicated and reordered at will. */
    LOSSY,
    /**
     * While a connection lives, its bytes arrive once and in order: only delay, pause and cut are within
     * the model. Anything else is fair only on the links of a corrupted node.
     */
    RELIABLE_FIFO
}
