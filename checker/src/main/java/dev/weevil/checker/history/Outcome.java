package dev.weevil.checker.history;

/** What is known of how an operation ended. */
public enum Outcome {
    /** It took effect between its invocation and its completion, and returned what it returned. */
    OK,
    /** It certainly took no effect. */
    FAIL,
    /** Nobody knows: it may take effect at any time after its invocation, or never. */
    INFO;

    static Outcome of(HistoryEvent.Type type) {
        return switch (type) {
            case OK -> OK;
            case FAIL -> FAIL;
            case INFO -> INFO;
            case INVOKE ->
                throw new IllegalArgumentException("an outcome is ok, fail or info, found invoke");
        };
    }
}
