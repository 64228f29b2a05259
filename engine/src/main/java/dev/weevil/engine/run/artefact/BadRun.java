package dev.weevil.engine.run.artefact;

/** A folder that was given as a run's is none, or has been damaged. */
public final class BadRun extends Exception {

    private static final long serialVersionUID = 1L;

    /** The complaint says which file, what was expected and what was found. */
    public BadRun(String complaint) {
        super(complaint);
    }
}
