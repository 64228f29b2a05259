package dev.weevil.engine.node;

/** Bytes that have no shape: the one thing a codec throws, whatever it was given. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param complaint where, what was expected, what was found */
    public Malformed(String complaint) {
        super(complaint, null, false, false);
    }
}
