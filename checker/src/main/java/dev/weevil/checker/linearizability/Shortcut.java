package dev.weevil.checker.linearizability;

import java.util.Optional;

/**
 * Decides parts of one kind without a search. One instance serves one thread and may keep arrays from
 * part to part.
 */
interface Shortcut {

    /** What it found, or empty where it does not apply and another must decide. */
    Optional<Finding> decide(Problem problem);

    /** What it learned of the part it could not decide, if that is all a search has to know. */
    default Optional<Transitions> transitions() {
        return Optional.empty();
    }
}
