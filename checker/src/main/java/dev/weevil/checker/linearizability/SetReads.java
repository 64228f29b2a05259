package dev.weevil.checker.linearizability;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Sets that only grow, with reads of the whole. Of two reads one must include the other; in this order
 * each takes effect as early as it can: after its own call, the reads before it and the adds of all it
 * holds, and it must not come later than its return and the adds of all it lacks. Linear in what was
 * read, after sorting.
 */
final class SetReads {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Elements elements;
    private final Problem problem;
    private final int count;
    private final ElementLife[] lives;
    private final int[] firstRead;
    private final int[] sizes;
    private final int[] marked;
    private int[] chain = new int[0];
    private int[] gap = new int[0];
    private int mark;

    SetReads(Elements elements) {
        this.elements = elements;
        this.problem = elements.problem();
        this.count = elements.count;
        this.lives = new ElementLife[count];
        this.firstRead = new int[count];
        this.sizes = new int[elements.readCount];
        this.marked = new int[count];
        Arrays.fill(firstRead, NEVER);
    }

    Finding decide() {
        return settleElements()
                .or(this::sortReads)
                .or(this::chainReads)
                .or(this::placeReads)
                .orElseGet(() -> problem.valid(order()));
    }

    private Optional<Finding> settleElements() {
        for (int e = 0; e < count; e++) {
            lives[e] = new ElementLife(elements);
            Optional<Finding> illegal = lives[e].settle(e);
            if (illegal.isPresent()) {
                return illegal;
            }
        }
        return Optional.empty();
    }

    private Collection<?> content(int read) {
        int original = problem.original(read);
        Object value = problem.operations().values().get(problem.operations().result(original));
        return value instanceof Collection<?> collection ? collection : List.of();
    }

    /** By size, then by call. */
    private Optional<Finding> sortReads() {
        for (int r = 0; r < elements.readCount; r++) {
            int read = elements.reads[r];
            mark++;
            for (Object value : content(read)) {
                int e = elements.find(value);
                if (e == Elements.NONE || elements.add[e] == Elements.NONE) {
                    return Optional.of(problem.invalid(
                            problem.words(read) + " saw an element that nobody had added.", read));
                }
                sizes[r] += marked[e] == mark ? 0 : 1;
                marked[e] = mark;
            }
        }
        int[] bySize = GapOrder.of(sizes, elements.readCount, count);
        sizes(bySize);
        return Optional.empty();
    }

    private void sizes(int[] bySize) {
        chain = Arrays.stream(bySize).map(r -> elements.reads[r]).toArray();
        int[] sorted = Arrays.stream(bySize).map(r -> sizes[r]).toArray();
        System.arraycopy(sorted, 0, sizes, 0, sorted.length);
    }

    private Optional<Finding> chainReads() {
        int total = 0;
        for (int i = 0; i < chain.length; i++) {
            for (Object value : content(chain[i])) {
                int e = elements.find(value);
                if (firstRead[e] == NEVER) {
                    firstRead[e] = i;
                    total++;
                }
            }
            if (total > sizes[i]) {
                return Optional.of(forked(i));
            }
        }
        return Optional.empty();
    }

    /** An earlier read holds what this one lacks, and being no larger lacks what this one holds. */
    private Finding forked(int at) {
        int read = chain[at];
        mark(read);
        int lacking = 0;
        while (firstRead[lacking] > at || marked[lacking] == mark) {
            lacking++;
        }
        int other = chain[firstRead[lacking]];
        mark(other);
        int extra = Elements.NONE;
        for (Object value : content(read)) {
            int e = elements.find(value);
            extra = marked[e] == mark ? extra : e;
        }
        return problem.invalid(
                problem.words(read) + " and " + problem.words(other)
                        + " each lack an element that the other saw, and nothing is ever removed.",
                Elements.culprits(read, other, elements.add[lacking], elements.add[extra]));
    }

    private void mark(int read) {
        mark++;
        for (Object value : content(read)) {
            marked[elements.find(value)] = mark;
        }
    }

    private Optional<Finding> placeReads() {
        int[] latestAdd = latestAdds();
        int[] earliestAdd = earliestAdds();
        gap = new int[chain.length];
        int low = 0;
        int lowRead = Elements.NONE;
        int lowElement = Elements.NONE;
        for (int i = 0; i < chain.length; i++) {
            int added = latestAdd[i];
            int first = elements.first(chain[i]);
            if (first >= low) {
                low = first;
                lowRead = chain[i];
                lowElement = Elements.NONE;
            }
            if (added != Elements.NONE && lives[added].addedFrom > low) {
                low = lives[added].addedFrom;
                lowRead = chain[i];
                lowElement = added;
            }
            gap[i] = low;
            int due = earliestAdd[i];
            boolean early = due != Elements.NONE && lives[due].addedUntil < elements.last(chain[i]);
            int high = early ? lives[due].addedUntil : elements.last(chain[i]);
            if (low > high) {
                int[] lower = involved(lowElement);
                int[] upper = involved(early ? due : Elements.NONE);
                return Optional.of(misplaced(chain[i], lowRead, lower, upper));
            }
        }
        return Optional.empty();
    }

    /** What was added last of what each read is the first to hold. */
    private int[] latestAdds() {
        int[] latest = new int[chain.length];
        Arrays.fill(latest, Elements.NONE);
        for (int e = 0; e < count; e++) {
            if (firstRead[e] != NEVER) {
                int best = latest[firstRead[e]];
                boolean later = best == Elements.NONE || lives[e].addedFrom > lives[best].addedFrom;
                latest[firstRead[e]] = later ? e : best;
            }
        }
        return latest;
    }

    /** What must have been added first of what each read lacks. */
    private int[] earliestAdds() {
        int[] earliest = new int[chain.length + 1];
        Arrays.fill(earliest, Elements.NONE);
        for (int e = 0; e < count; e++) {
            boolean ever = firstRead[e] != NEVER;
            if (ever || lives[e].added != Elements.NONE) {
                int slot = ever ? firstRead[e] : chain.length;
                earliest[slot] = earlier(e, earliest[slot]);
            }
        }
        for (int i = chain.length - 1; i >= 0; i--) {
            int own = earliest[i];
            earliest[i] = own == Elements.NONE ? earliest[i + 1] : earlier(own, earliest[i + 1]);
        }
        // A read lacks what is first held by the reads after it.
        return Arrays.copyOfRange(earliest, 1, chain.length + 1);
    }

    private int earlier(int e, int other) {
        return other == Elements.NONE || lives[e].addedUntil < lives[other].addedUntil ? e : other;
    }

    private int[] involved(int e) {
        return e == Elements.NONE
                ? new int[0]
                : new int[] {elements.add[e], lives[e].latestMiss, lives[e].earliestSight};
    }

    private Finding misplaced(int read, int earlierRead, int[] lower, int[] upper) {
        int[] all = Arrays.copyOf(lower, lower.length + upper.length + 2);
        System.arraycopy(upper, 0, all, lower.length, upper.length);
        all[all.length - 1] = read;
        all[all.length - 2] = earlierRead;
        String reason = upper.length > 0
                ? " lacks an element that must have been added before it."
                : " returned before all that it must follow can have happened.";
        return problem.invalid(problem.words(read) + reason, Elements.culprits(all));
    }

    /** In one gap: who missed an element, then adds each before the first read that holds them. */
    private int[] order() {
        Placement placement = new Placement(problem.chronology().size);
        int end = 2 * chain.length + 2;
        for (int i = 0; i < chain.length; i++) {
            placement.put(chain[i], gap[i], 2 * i + 2);
        }
        for (int e = 0; e < count; e++) {
            int read = firstRead[e];
            if (read != NEVER || lives[e].added != Elements.NONE) {
                int before = read == NEVER ? chain.length - 1 : read - 1;
                int from = before < 0 ? 0 : gap[before];
                placement.put(elements.add[e], Math.max(lives[e].addedFrom, from), 2 * before + 3);
            }
            for (int i = elements.missed(e); i != Elements.NONE; i = elements.next(i)) {
                placement.put(i, elements.first(i), 0);
            }
            for (int i = elements.seen(e); i != Elements.NONE; i = elements.next(i)) {
                placement.put(i, elements.last(i), end);
            }
        }
        return placement.order(elements.gaps);
    }
}
