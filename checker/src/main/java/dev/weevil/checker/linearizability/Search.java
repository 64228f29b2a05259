package dev.weevil.checker.linearizability;

import java.util.Arrays;

/**
 * Wing and Gong's search with Lowe's memory of configurations (Lowe, Testing for linearizability,
 * 2017), over one part of a history.
 *
 * <p>A configuration is the rank of the first return not linearized, a bit for each slot whose pending
 * operation is linearized, the state, and a debt. What prunes without changing the answer:
 *
 * <ul>
 *   <li>A legal pure operation is linearized at once: whatever follows may follow it as well.
 *   <li>Of pending operations that are alike only the one that returns first is tried.
 *   <li>An indeterminate operation is tried only where it changes the state, and runs a debt: the next
 *       operation must not have had the same effect without it.
 *   <li>Where another came as far with fewer indeterminate operations, nothing is gained.
 *   <li>Where the first to return needs a value that no pending operation makes, or what only grows
 *       has outgrown the next read, nothing helps.
 * </ul>
 *
 * <p>Events form a doubly linked list from which linearized operations are lifted. Slots are reused, so
 * the bits of returned operations are cleared before a bit of a later call is set. One thread; reused.
 */
final class Search {

    private static final int STEPS_BETWEEN_LOOKS = 1024;
    private static final int FARTHEST_LOOK = 256;
    private static final int NO_DEBT = -1;
    private static final int DONE = -1;

    private final VisitedTable visited = new VisitedTable();
    private final Frugality frugality = new Frugality();
    private Chronology part;
    private Transitions model;
    private Interruption interruption;

    private int[] next = new int[0];
    private int[] previous = new int[0];

    private long[] mask = new long[1];
    private int words;
    private boolean thrifty;
    private int rank;
    private int state;
    private int debt;

    private int[] trail = new int[0];
    private int lifted;
    private int depth;
    private int[] frameLifted = new int[16];
    private int[] frameRank = new int[16];
    private int[] frameState = new int[16];
    private int[] frameDebt = new int[16];
    private int[] frameTried = new int[16];
    private long[] frameMask = new long[16];
    private long[] key = new long[2];

    private int[] longest = new int[0];
    private int longestLifted;
    private long steps;
    private boolean legal;

    /**
     * Whether the part has a legal order.
     *
     * @throws Interruption.Interrupted where it ran into a limit first; {@link #order} and the counts
     *     tell how far it came
     */
    boolean decide(Chronology chronology, Transitions transitions, Interruption limit, long bytes) {
        part = chronology;
        model = transitions;
        interruption = limit;
        legal = false;
        prepare(bytes);
        if (part.returns >= 1 << 22) {
            throw new Interruption.Interrupted(
                    "the search takes at most 4194303 returns of one object");
        }
        legal = settle() == DONE;
        push();
        while (depth > 0 && !legal) {
            if (++steps % STEPS_BETWEEN_LOOKS == 0) {
                interruption.check();
            }
            int candidate = candidate();
            if (candidate < 0) {
                remember();
                pop();
            } else {
                legal = advance(candidate);
            }
        }
        return legal;
    }

    /** The operations, by number in the part, in the legal order found, or in the longest one. */
    int[] order() {
        return legal || lifted >= longestLifted
                ? Arrays.copyOf(trail, lifted)
                : Arrays.copyOf(longest, longestLifted);
    }

    long steps() {
        return steps;
    }

    long configurations() {
        return visited.size();
    }

    private void prepare(long bytes) {
        words = Math.max(1, (part.slots + 63) / 64);
        if (mask.length != words) {
            mask = new long[words];
            key = new long[words + 1];
        }
        Arrays.fill(mask, 0);
        thrifty = part.returns < part.size;
        visited.reset(words + 1, thrifty ? bytes / 2 : bytes);
        if (thrifty) {
            frugality.reset(words + 1, part, bytes / 2);
        } else {
            frugality.release();
        }
        rank = 0;
        state = 0;
        debt = NO_DEBT;
        lifted = 0;
        depth = 0;
        longestLifted = 0;
        steps = 0;
        if (next.length < part.length + 2) {
            int capacity = Math.max(64, part.length + part.length / 4 + 2);
            next = new int[capacity];
            previous = new int[capacity];
            trail = new int[capacity];
        }
        for (int entry = 0; entry <= part.length; entry++) {
            next[entry] = entry + 1;
            previous[entry + 1] = entry;
        }
    }

    /** The entry of an event; entry 0 is before all of them, the last one after. */
    private int operationAt(int entry) {
        return part.event[entry - 1];
    }

    /**
     * Linearizes what is pure and legal, and moves the rank to the first return that is left.
     *
     * @return that operation, or {@link #DONE} where none is left
     */
    private int settle() {
        for (int entry = next[0]; entry <= part.length; entry = next[entry]) {
            int i = operationAt(entry);
            if (i < 0) {
                clearUntil(~i);
                return ~i;
            }
            if (model.pure(i) && model.next(state, i) >= 0) {
                clearUpTo(part.returnsBefore[i]);
                lift(i);
                debt = NO_DEBT;
            }
        }
        return DONE;
    }

    /** All that returned before this operation is linearized. */
    private void clearUntil(int first) {
        while (part.returning[rank] != first) {
            clearUpTo(rank + 1);
        }
    }

    private void clearUpTo(int to) {
        for (; rank < to; rank++) {
            int slot = part.slot[part.returning[rank]];
            mask[slot >> 6] &= ~(1L << slot);
        }
    }

    /** The return goes first, so that the call's successor stays one that is in the list. */
    private void lift(int i) {
        int slot = part.slot[i];
        mask[slot >> 6] |= 1L << slot;
        if (part.returns(i)) {
            unlink(part.end[i] + 1);
        }
        unlink(part.call[i] + 1);
        trail[lifted++] = i;
    }

    private void unlink(int entry) {
        next[previous[entry]] = next[entry];
        previous[next[entry]] = previous[entry];
    }

    private void relink(int entry) {
        next[previous[entry]] = entry;
        previous[next[entry]] = entry;
    }

    private void lowerTo(int mark) {
        while (lifted > mark) {
            int i = trail[--lifted];
            relink(part.call[i] + 1);
            if (part.returns(i)) {
                relink(part.end[i] + 1);
            }
        }
    }

    /** The untried pending operation that returns first and may be next, or -1. */
    private int candidate() {
        int frame = depth - 1;
        boolean cheap = model.cheap();
        while (true) {
            int tried = frameTried[frame];
            int best = -1;
            for (int entry = next[0]; entry <= part.length; entry = next[entry]) {
                int i = operationAt(entry);
                if (i < 0) {
                    break;
                }
                if (part.end[i] > tried
                        && (best < 0 || part.end[i] < part.end[best])
                        && !model.pure(i)
                        && (!cheap || isUseful(i))) {
                    best = i;
                }
            }
            if (best < 0) {
                return -1;
            }
            frameTried[frame] = part.end[best];
            if (mayBeNext(best)) {
                return best;
            }
        }
    }

    /** Whether it is legal, and changes something or has to take effect sometime. */
    private boolean isUseful(int i) {
        int after = model.next(state, i);
        return after >= 0
                && (after != state || part.returns(i))
                && (debt < 0 || model.next(debt, i) != after);
    }

    private boolean mayBeNext(int i) {
        if (!isUseful(i)) {
            return false;
        }
        for (int entry = next[0]; entry <= part.length; entry = next[entry]) {
            int other = operationAt(entry);
            if (other < 0) {
                break;
            }
            if (model.alike(other, i) && part.end[other] < part.end[i]) {
                return false;
            }
        }
        return true;
    }

    /** Linearizes an operation; whether nothing is left to linearize then. */
    private boolean advance(int i) {
        int before = state;
        state = model.next(before, i);
        lift(i);
        debt = part.returns(i) ? NO_DEBT : before;
        int first = settle();
        if (first == DONE) {
            return true;
        }
        if (isDead(first) || !isNew()) {
            remember();
            restore();
        } else {
            push();
        }
        return false;
    }

    private boolean isNew() {
        fillKey();
        return visited.add(key) && (!thrifty || frugality.add(key));
    }

    private boolean isDead(int first) {
        return model.growing() ? isOutgrown() : lacksValue(first);
    }

    /**
     * Whether the next read to return saw what neither the state nor anything that may replace the
     * state before can grow into.
     */
    private boolean isOutgrown() {
        int read = nextRead();
        if (read < 0 || model.mayGrowInto(state, read)) {
            return false;
        }
        for (int entry = next[0]; entry <= part.end[read]; entry = next[entry]) {
            int i = operationAt(entry);
            if (i >= 0 && !model.pure(i) && !model.grows(i) && model.mayBegin(i, read)) {
                return false;
            }
        }
        return true;
    }

    /** The read that returns next, if it is not far off, or -1. */
    private int nextRead() {
        int looked = 0;
        for (int entry = next[0];
                entry <= part.length && looked < FARTHEST_LOOK;
                entry = next[entry]) {
            int i = operationAt(entry);
            if (i < 0 && model.isRead(~i)) {
                return ~i;
            }
            looked++;
        }
        return -1;
    }

    /** Whether the first to return needs a value that neither the state nor a pending call gives. */
    private boolean lacksValue(int first) {
        int needed = model.needs(first);
        if (needed < 0 || model.next(state, first) >= 0) {
            return false;
        }
        for (int entry = next[0]; entry <= part.length; entry = next[entry]) {
            int i = operationAt(entry);
            if (i < 0) {
                break;
            }
            if (i != first && model.makes(i) == needed) {
                return false;
            }
        }
        return true;
    }

    private void fillKey() {
        key[0] = ((long) (rank + 1) << 42) | ((long) state << 21) | (debt + 1);
        System.arraycopy(mask, 0, key, 1, words);
    }

    private void push() {
        if (depth == frameLifted.length) {
            int capacity = depth * 2;
            frameLifted = Arrays.copyOf(frameLifted, capacity);
            frameRank = Arrays.copyOf(frameRank, capacity);
            frameState = Arrays.copyOf(frameState, capacity);
            frameDebt = Arrays.copyOf(frameDebt, capacity);
            frameTried = Arrays.copyOf(frameTried, capacity);
        }
        if ((depth + 1) * words > frameMask.length) {
            frameMask = Arrays.copyOf(frameMask, Math.max((depth + 1) * words, depth * words * 2));
        }
        frameLifted[depth] = lifted;
        frameRank[depth] = rank;
        frameState[depth] = state;
        frameDebt[depth] = debt;
        frameTried[depth] = -1;
        System.arraycopy(mask, 0, frameMask, depth * words, words);
        depth++;
    }

    private void pop() {
        depth--;
        if (depth > 0) {
            restore();
        }
    }

    /** Back to the configuration of the last frame. */
    private void restore() {
        int frame = depth - 1;
        lowerTo(frameLifted[frame]);
        rank = frameRank[frame];
        state = frameState[frame];
        debt = frameDebt[frame];
        System.arraycopy(frameMask, frame * words, mask, 0, words);
    }

    private void remember() {
        if (lifted > longestLifted) {
            if (longest.length < lifted) {
                longest = new int[trail.length];
            }
            System.arraycopy(trail, 0, longest, 0, lifted);
            longestLifted = lifted;
        }
    }
}
