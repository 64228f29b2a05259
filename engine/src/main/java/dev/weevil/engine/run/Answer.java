package dev.weevil.engine.run;

import dev.weevil.checker.verdict.Verdict;

import java.util.Locale;

/** What a run answered to its scenario's question, or was expected to. */
public enum Answer {
    VALID,
    INVALID,
    UNKNOWN,
    /** It was not run: this machine lacks something. */
    SKIPPED;

    /** The answer that a checker's verdict is. */
    public static Answer of(Verdict.Kind kind) {
        return switch (kind) {
            case VALID -> VALID;
            case INVALID -> INVALID;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** As it stands in results: {@code valid}, {@code invalid}, {@code unknown}, {@code skipped}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
