package dev.weevil.engine.run;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What must be true for a run to say anything.
 *
 * @param completed how many operations must complete; fewer make the run inconclusive
 * @param whyFewer why so few, where the scenario cannot ask for more; else empty
 * @param missing what this machine lacks (a program that is not installed); asked before each run, and
 *     a run that lacks something is skipped
 */
public record Requirement(int completed, String whyFewer, Supplier<Optional<String>> missing) {

    public static Requirement operations(int completed) {
        return new Requirement(completed, "", Optional::empty);
    }

    public static Requirement fewer(int completed, String why) {
        return new Requirement(completed, why, Optional::empty);
    }
}
