package dev.weevil.engine.run;

/** How a plan is run. */
public enum Mode {
    /** On one thread under virtual time. */
    SIMULATED("simulated"),
    /** With processes and sockets. */
    LIVE("live");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /** As it stands in traces and results. */
    @Override
    public String toString() {
        return word;
    }
}
