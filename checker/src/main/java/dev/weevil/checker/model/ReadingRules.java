package dev.weevil.checker.model;

/**
 * What a recording means where recorders differ. These rules flip verdicts.
 *
 * @param failedCasObserved whether a failed {@code cas} says that the value was not the expected one;
 *     otherwise it says nothing and is dropped
 * @param nilReadUnknown whether a read of nil returned "value unknown" and is dropped; otherwise it
 *     saw the object without a value
 */
public record ReadingRules(boolean failedCasObserved, boolean nilReadUnknown) {

    /** Taken at their word: our own recordings, and Jepsen's etcd logs. */
    public static final ReadingRules LITERAL = new ReadingRules(true, false);

    /** Knossos' reading of Jepsen histories. */
    public static final ReadingRules KNOSSOS = new ReadingRules(false, true);

    /** The rules in words. */
    public String inWords() {
        return (failedCasObserved
                        ? "a failed cas observed another value"
                        : "a failed cas is dropped")
                + ", "
                + (nilReadUnknown
                        ? "a read of nil is a value unknown"
                        : "a read of nil saw no value");
    }
}
