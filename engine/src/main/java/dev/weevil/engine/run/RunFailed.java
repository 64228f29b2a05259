package dev.weevil.engine.run;

/** The environment kept a run from being one: a port in use, a process that would not start. */
public final class RunFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** The complaint says who, what, what was expected and what was found. */
    public RunFailed(String complaint) {
        super(complaint);
    }

    public RunFailed(String complaint, Throwable cause) {
        super(complaint, cause);
    }
}
