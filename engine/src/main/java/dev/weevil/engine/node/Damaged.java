package dev.weevil.engine.node;

/**
 * What an earlier life of a node left on its disk is not what it wrote. The node refuses to begin: as a
 * fresh one it would break the promises that the disk was to keep.
 */
public final class Damaged extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message whose disk, what was expected there and what found */
    public Damaged(String message) {
        super(message);
    }
}
