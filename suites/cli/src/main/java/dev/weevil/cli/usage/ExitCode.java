package dev.weevil.cli.usage;

import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Result;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What the command line tells its caller. */
public final class ExitCode {

    /** Every expectation held. */
    public static final int HELD = 0;

    /** A violation where none was expected, or a control that stayed silent; an invalid history. */
    public static final int UNEXPECTED = 1;

    /** Unknown, vacuous, or everything skipped. */
    public static final int INCONCLUSIVE = 2;

    /** The system or the harness failed, or a replay did not match. */
    public static final int FAILED = 3;

    /** Bad usage or bad input. */
    public static final int USAGE = 64;

    /** A mistake of Weevil itself. */
    public static final int INTERNAL = 70;

    /** As a shell reports a process that Ctrl-C ended. */
    public static final int INTERRUPTED = 130;

    /** From the one that outweighs all others down. */
    private static final List<Integer> PRECEDENCE =
            List.of(INTERRUPTED, INTERNAL, USAGE, FAILED, UNEXPECTED, INCONCLUSIVE, HELD);

    private ExitCode() {}

    /** The one code for several results. Skipped ones count only where there are no others. */
    public static int of(Collection<Result> results) {
        if (results.stream().allMatch(result -> result.conclusion() == Conclusion.SKIPPED)) {
            return INCONCLUSIVE;
        }
        return worst(results.stream().map(result -> of(result.conclusion())).toList());
    }

    /** The one that outweighs the others; {@link #HELD} for none. */
    public static int worst(Collection<Integer> codes) {
        return codes.stream().min(Comparator.comparing(PRECEDENCE::indexOf)).orElse(HELD);
    }

    private static int of(Conclusion conclusion) {
        return switch (conclusion) {
            case HELD, SKIPPED -> HELD;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case UNEXPECTED -> UNEXPECTED;
            case FAILED -> FAILED;
            case BROKEN -> INTERNAL;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
