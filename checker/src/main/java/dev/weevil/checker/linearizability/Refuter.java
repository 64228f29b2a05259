package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;

import java.util.Arrays;
import java.util.Optional;

/**
 * Refutes many histories of registers in one sweep: an operation saw a value that nobody wrote, or
 * whose every write was certainly overwritten before the operation began. Finding nothing proves
 * nothing. Reused.
 */
final class Refuter {

    private static final int NEVER = -1;
    private static final int MOST_WRITERS = 3;

    private Chronology part = new Chronology();
    private StateChanges changes = new StateChanges();
    private int[] latestEnd = new int[0];
    private int[] overwriter = new int[0];

    Optional<Finding> refute(Problem problem, StateChanges changesOfPart) {
        part = problem.chronology();
        changes = changesOfPart;
        prepare();
        int newest = NEVER;
        for (int at = 0; at < part.length; at++) {
            int i = part.event[at];
            if (i >= 0) {
                overwriter[i] = newest;
                note(i);
            } else if (isStale(~i)) {
                return Optional.of(refuted(problem, ~i));
            } else if (changes.left(~i) >= 0 && (newest < 0 || part.call[~i] > part.call[newest])) {
                newest = ~i;
            }
        }
        return Optional.empty();
    }

    private void prepare() {
        if (overwriter.length < part.size) {
            overwriter = new int[part.size + part.size / 4];
        }
        int states = changes.states();
        if (latestEnd.length < states) {
            latestEnd = new int[states + states / 4];
        }
        Arrays.fill(latestEnd, 0, states, NEVER);
    }

    private void note(int i) {
        int made = changes.left(i);
        if (made >= 0) {
            latestEnd[made] = Math.max(latestEnd[made], part.end[i]);
        }
    }

    /** Whether every write of the value ended before its overwriter, done itself, was called. */
    private boolean isStale(int i) {
        int needed = changes.saw(i);
        if (needed < 0) {
            return false;
        }
        if (overwriter[i] < 0) {
            return latestEnd[needed] == NEVER && needed != StateChanges.INITIAL;
        }
        return latestEnd[needed] < part.call[overwriter[i]];
    }

    private Finding refuted(Problem problem, int stale) {
        Operations operations = problem.operations();
        int saw = problem.original(stale);
        if (overwriter[stale] < 0) {
            return problem.invalid(
                    () -> operations.get(saw) + " saw a value that nobody had written.", stale);
        }
        int wrote = problem.original(overwriter[stale]);
        return problem.invalid(
                () -> operations.get(saw)
                        + " began after "
                        + operations.get(wrote)
                        + " had returned, and nothing afterwards wrote the value it saw.",
                blamed(stale));
    }

    /** The operation, its overwriter, and who wrote what it saw, if they are few. */
    private int[] blamed(int stale) {
        int[] blamed = new int[MOST_WRITERS + 2];
        blamed[0] = stale;
        blamed[1] = overwriter[stale];
        int count = 2;
        for (int i = 0; i < part.size; i++) {
            if (changes.left(i) == changes.saw(stale) && i != stale) {
                if (count == blamed.length) {
                    return Arrays.copyOf(blamed, 2);
                }
                blamed[count++] = i;
            }
        }
        return Arrays.copyOf(blamed, count);
    }
}
