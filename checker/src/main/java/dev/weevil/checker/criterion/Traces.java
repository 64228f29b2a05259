package dev.weevil.checker.criterion;

import dev.weevil.checker.verdict.Verdict;

import java.util.Optional;

/** What was asked of one object, and what was seen of it. */
interface Traces {

    /** Takes note of an operation. */
    void note(int operation);

    /** How many operations may have left a trace. */
    int asked();

    /** What shows that something took effect too often or too rarely. */
    Optional<Verdict> refute();

    /** Why something cannot be told. */
    Optional<String> unclear();
}
