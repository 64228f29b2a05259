package dev.weevil.checker.linearizability;

import java.util.Arrays;
import java.util.Optional;

/**
 * Decides objects whose every state is left by one operation at most, in linear time: zones of Gibbons
 * and Korach (Testing shared memories, 1997), with operations that need the state they replace and with
 * operations that never returned.
 *
 * <p>The operations that leave or see a state are its cluster. A cluster whose first return comes before
 * its last call holds that interval for itself (a forward zone); any other can be squeezed between its
 * last call and its first return (a backward zone). States that an operation turned one into the other
 * form a block without gaps. The part is legal unless two forward zones overlap or a forward zone holds
 * a backward one.
 */
final class Zones {

    private static final int NONE = -1;
    private static final int BEFORE_ALL = -1;

    private final StateChanges changes = new StateChanges();
    private Problem problem;
    private Chronology part;

    /** By state: who left it, what it became, its zone and the operations at the zone's ends. */
    private int[] producer = new int[0];

    private int[] successor = new int[0];
    private int[] firstReturn = new int[0];
    private int[] lastCall = new int[0];
    private int[] firstToReturn = new int[0];
    private int[] lastToCall = new int[0];
    private int[] blockEnd = new int[0];

    /** By operation: whether it took effect, and the next read of the same state. */
    private boolean[] live = new boolean[0];

    private int[] nextRead = new int[0];
    private int[] reads = new int[0];

    /** By event: the head of the block that is placed there. */
    private int[] placed = new int[0];

    private int[] order = new int[0];
    private int ordered;

    StateChanges changes() {
        return changes;
    }

    /** Decides what {@link #changes} say of this part, in which no state is left twice. */
    Finding decide(Problem loaded) {
        problem = loaded;
        part = loaded.chronology();
        prepare();
        return bringToLife()
                .or(this::gather)
                .or(this::chain)
                .or(this::sweep)
                .orElseGet(() -> problem.valid(Arrays.copyOf(order, ordered)));
    }

    private void prepare() {
        int states = changes.states();
        if (producer.length < states) {
            int capacity = states + states / 4;
            producer = new int[capacity];
            successor = new int[capacity];
            firstReturn = new int[capacity];
            lastCall = new int[capacity];
            firstToReturn = new int[capacity];
            lastToCall = new int[capacity];
            blockEnd = new int[capacity];
            reads = new int[capacity];
        }
        if (live.length < part.length + 1) {
            int capacity = part.length + part.length / 4 + 1;
            live = new boolean[capacity];
            nextRead = new int[capacity];
            placed = new int[capacity];
            order = new int[capacity];
        }
        Arrays.fill(producer, 0, states, NONE);
        Arrays.fill(successor, 0, states, NONE);
        Arrays.fill(firstReturn, 0, states, Integer.MAX_VALUE);
        Arrays.fill(lastCall, 0, states, BEFORE_ALL);
        Arrays.fill(reads, 0, states, NONE);
        Arrays.fill(blockEnd, 0, states, NONE);
        Arrays.fill(placed, 0, part.length, NONE);
        firstReturn[StateChanges.INITIAL] = BEFORE_ALL;
        firstToReturn[StateChanges.INITIAL] = NONE;
        ordered = 0;
    }

    /** What never returned took effect only if what it left was seen by something that did. */
    private Optional<Finding> bringToLife() {
        for (int i = 0; i < part.size; i++) {
            live[i] = part.returns(i);
            if (changes.left(i) >= 0) {
                producer[changes.left(i)] = i;
            }
        }
        for (int i = 0; i < part.size; i++) {
            int seer = i;
            while (live[seer] && changes.saw(seer) > 0) {
                int source = producer[changes.saw(seer)];
                if (source == NONE) {
                    return unwritten(seer);
                }
                if (live[source]) {
                    break;
                }
                live[source] = true;
                seer = source;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> unwritten(int seer) {
        return invalid(problem.words(seer) + " saw a value that nobody had written.", seer);
    }

    /** Collects each state's zone, and what follows what. */
    private Optional<Finding> gather() {
        for (int i = part.size - 1; i >= 0; i--) {
            if (!live[i]) {
                continue;
            }
            int saw = changes.saw(i);
            int left = changes.left(i);
            if (left >= 0) {
                widen(left, i);
                if (saw >= 0) {
                    if (successor[saw] != NONE) {
                        return usedTwice(i, producer[successor[saw]]);
                    }
                    successor[saw] = left;
                }
            } else if (saw >= 0) {
                int source = producer[saw];
                if (source != NONE && part.end[i] < part.call[source]) {
                    return early(i, source);
                }
                widen(saw, i);
                nextRead[i] = reads[saw];
                reads[saw] = i;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> usedTwice(int one, int other) {
        return invalid(
                problem.words(one)
                        + " and "
                        + problem.words(other)
                        + " both replaced the same value, which was written only once.",
                one,
                other);
    }

    private Optional<Finding> early(int read, int source) {
        return invalid(
                problem.words(read)
                        + " had returned before "
                        + problem.words(source)
                        + " began, the only one to write what it saw.",
                read,
                source);
    }

    private void widen(int state, int i) {
        if (part.returns(i) && part.end[i] < firstReturn[state]) {
            firstReturn[state] = part.end[i];
            firstToReturn[state] = i;
        }
        if (part.call[i] > lastCall[state]) {
            lastCall[state] = part.call[i];
            lastToCall[state] = i;
        }
    }

    /** Joins states that became one another into the block of the first. */
    private Optional<Finding> chain() {
        for (int state = 0; state < changes.states(); state++) {
            if (isHead(state)) {
                Optional<Finding> broken = chainFrom(state);
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        for (int state = 1; state < changes.states(); state++) {
            if (producer[state] != NONE && live[producer[state]] && blockEnd[state] == NONE) {
                return circle(state);
            }
        }
        return Optional.empty();
    }

    private boolean isHead(int state) {
        if (state == StateChanges.INITIAL) {
            return true;
        }
        int source = producer[state];
        return source != NONE && live[source] && changes.saw(source) < 0;
    }

    private Optional<Finding> chainFrom(int head) {
        blockEnd[head] = head;
        for (int state = successor[head]; state != NONE; state = successor[state]) {
            if (firstReturn[state] < lastCall[head]) {
                return outOfOrder(firstToReturn[state], lastToCall[head]);
            }
            if (firstReturn[state] < firstReturn[head]) {
                firstReturn[head] = firstReturn[state];
                firstToReturn[head] = firstToReturn[state];
            }
            if (lastCall[state] > lastCall[head]) {
                lastCall[head] = lastCall[state];
                lastToCall[head] = lastToCall[state];
            }
            blockEnd[state] = head;
            blockEnd[head] = state;
        }
        return Optional.empty();
    }

    private Optional<Finding> outOfOrder(int later, int earlier) {
        return invalid(
                problem.words(later)
                        + " had returned before "
                        + problem.words(earlier)
                        + " began, although what it saw or wrote can only come after.",
                withSources(later, earlier));
    }

    private Optional<Finding> circle(int state) {
        int one = producer[state];
        int other = producer[changes.saw(one)];
        if (one == other) {
            return unwritten(one);
        }
        return invalid(
                problem.words(one)
                        + " and "
                        + problem.words(other)
                        + " each can only have come after the other.",
                one,
                other);
    }

    /** Places the blocks by their zones, from the first event to the last. */
    private Optional<Finding> sweep() {
        for (int state = 1; state < changes.states(); state++) {
            if (isHead(state)) {
                placed[Math.min(firstReturn[state], lastCall[state])] = state;
            }
        }
        int holder = StateChanges.INITIAL;
        emit(holder);
        for (int at = 0; at < part.length; at++) {
            int state = placed[at];
            if (state == NONE) {
                continue;
            }
            if (firstReturn[state] < lastCall[holder]) {
                return entangled(holder, state);
            }
            if (forward(state)) {
                holder = state;
            }
            emit(state);
        }
        return Optional.empty();
    }

    private boolean forward(int state) {
        return firstReturn[state] < lastCall[state];
    }

    private void emit(int head) {
        for (int state = head; state != NONE; state = successor[state]) {
            if (producer[state] != NONE) {
                order[ordered++] = producer[state];
            }
            for (int read = reads[state]; read != NONE; read = nextRead[read]) {
                order[ordered++] = read;
            }
        }
    }

    private Optional<Finding> entangled(int one, int other) {
        int stale = lastToCall[one];
        int between = firstToReturn[other];
        int before = firstToReturn[one];
        int after = lastToCall[other];
        StringBuilder words = new StringBuilder(problem.words(stale));
        words.append(" began after ").append(problem.words(between)).append(" had returned");
        if (before == NONE) {
            words.append(", and the first value was never written again.");
            return invalid(words.toString(), withSources(stale, between));
        }
        words.append("; ").append(problem.words(after)).append(" began after ");
        words.append(problem.words(before)).append(" had returned: ");
        words.append("neither value can come first, and neither was written again.");
        return invalid(words.toString(), withSources(stale, between, before, after));
    }

    /** Some operations with those that wrote what they saw. */
    private int[] withSources(int... culprits) {
        return Arrays.stream(culprits)
                .flatMap(i -> {
                    int saw = changes.saw(i);
                    boolean written = saw > 0 && producer[saw] != NONE;
                    return written
                            ? Arrays.stream(new int[] {i, producer[saw]})
                            : Arrays.stream(new int[] {i});
                })
                .distinct()
                .toArray();
    }

    private Optional<Finding> invalid(String reason, int... culprits) {
        return Optional.of(problem.invalid(reason, culprits));
    }
}
