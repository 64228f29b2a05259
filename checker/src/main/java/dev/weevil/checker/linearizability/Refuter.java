package dev.weevil.checker.linearizability;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Refutes many histories of registers in one sweep: an operation saw a value that nobody wrote, or
 * whose every write was certainly overwritten before the operation began. Finding nothing proves
 * nothing.
 */
final class Refuter {

    private static final int NEVER = -1;

    private Chronology part;
    private Transitions<?> model;
    private int[] latestEnd = new int[0];
    private int[] overwriter = new int[0];
    private int overwritten;

    /** The operation that proves the part illegal, or -1; then {@link #overwriter()} tells more. */
    int refute(Chronology chronology, Transitions<?> transitions) {
        part = chronology;
        model = transitions;
        if (overwriter.length < part.size) {
            overwriter = new int[part.size + part.size / 4];
        }
        prepare();
        int newest = NEVER;
        for (int at = 0; at < part.length; at++) {
            int i = part.event[at];
            if (i >= 0) {
                overwriter[i] = newest;
                note(i);
            } else if (isStale(~i)) {
                overwritten = overwriter[~i];
                return ~i;
            } else if (makes(~i) >= 0 && (newest < 0 || part.call[~i] > part.call[newest])) {
                newest = ~i;
            }
        }
        return -1;
    }

    /** The write that certainly came between, or -1 where the value was never written. */
    int overwriter() {
        return overwritten;
    }

    /** Who wrote what this operation saw, if they are at most so many; otherwise nobody. */
    int[] writersOf(int stale, int most) {
        int needed = model.needs(model.classOf(part.original[stale]));
        int[] writers = IntStream.range(0, part.size)
                .filter(i -> makes(i) == needed && i != stale)
                .limit(most + 1L)
                .toArray();
        return writers.length > most ? new int[0] : writers;
    }

    private void prepare() {
        for (int i = 0; i < part.size; i++) {
            model.classOf(part.original[i]);
        }
        if (latestEnd.length < model.values()) {
            latestEnd = new int[model.values() * 2];
        }
        Arrays.fill(latestEnd, 0, model.values(), NEVER);
    }

    private int makes(int i) {
        return model.makes(model.classOf(part.original[i]));
    }

    private void note(int i) {
        int made = makes(i);
        if (made >= 0) {
            latestEnd[made] = Math.max(latestEnd[made], part.end[i]);
        }
    }

    /** Whether every write of the value ended before its overwriter, done itself, was called. */
    private boolean isStale(int i) {
        int cls = model.classOf(part.original[i]);
        int needed = model.needs(cls);
        if (needed < 0) {
            return false;
        }
        boolean initially = model.next(0, cls) >= 0;
        if (overwriter[i] < 0) {
            return latestEnd[needed] == NEVER && !initially;
        }
        return latestEnd[needed] < part.call[overwriter[i]];
    }
}
