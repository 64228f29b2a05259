package dev.weevil.cli.usage;

/** Something that was given on the command line, or is in a file given there, has no meaning. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The complaint says what, what was expected and what was found, in one line. */
    public BadInput(String complaint) {
        super(complaint, null, false, false);
    }
}
