package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Interval;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Shrinks an illegal part to few operations that are illegal by themselves, every step confirmed by
 * the engines. First to the shortest illegal beginning, whose unfinished operations stand open; then
 * operation by operation, keeping for each value seen the operation it can have come from, so that what
 * is left still makes sense. Out of time, it is as small as it got.
 */
final class Counterexample {

    private final Model<?> model;
    private final Interruption interruption;
    private final long memoryBytes;
    private Operations operations;
    private Optional<Finding> proof = Optional.empty();

    /** Starts from operations known to be illegal. */
    Counterexample(
            Operations illegal, Model<?> model, Interruption interruption, long memoryBytes) {
        this.operations = illegal;
        this.model = model;
        this.interruption = interruption;
        this.memoryBytes = memoryBytes;
    }

    /** The operations, once they are few. */
    Operations operations() {
        return operations;
    }

    /** Why the operations that are left are illegal, if an engine was asked about them. */
    Optional<Finding> proof() {
        return proof;
    }

    /** Whether an engine has found what is left illegal by itself. */
    boolean verified() {
        return proof.isPresent();
    }

    /** Starts from these few, which an engine blames, unless they are not enough. */
    void shrinkFrom(int[] culprits) {
        try {
            if (keepIfIllegal(operations.select(withSources(culprits)))) {
                thin();
                return;
            }
        } catch (Interruption.Interrupted limit) {
            if (proof.isEmpty()) {
                operations = operations.select(culprits);
            }
            return;
        }
        shrink();
    }

    void shrink() {
        try {
            cutEnd();
            thin();
            if (proof.isEmpty()) {
                keepIfIllegal(operations);
            }
        } catch (Interruption.Interrupted limit) {
            // What was reached is illegal all the same; it may only be longer than it could be.
        }
    }

    private void cutEnd() {
        int[] returns = IntStream.range(0, operations.size())
                .map(operations::returned)
                .filter(at -> at != Interval.OPEN)
                .sorted()
                .toArray();
        Operations whole = operations;
        int low = 0;
        int high = returns.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keepIfIllegal(whole.until(returns[middle]))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
    }

    /** Leaves out ever smaller runs of operations, from the latest to the earliest. */
    private void thin() {
        for (int run = Math.max(1, operations.size() / 2); ; run = (run + 1) / 2) {
            boolean smaller = false;
            for (int end = operations.size(); end > 0; end -= run) {
                int last = Math.min(end, operations.size());
                smaller |= leaveOut(Math.max(0, last - run), last);
            }
            if (run == 1 && !smaller) {
                return;
            }
        }
    }

    private boolean leaveOut(int from, int to) {
        if (from >= to) {
            return false;
        }
        int[] rest = IntStream.range(0, operations.size())
                .filter(i -> i < from || i >= to)
                .toArray();
        Operations fewer = operations.select(rest);
        return makesSense(fewer) && keepIfIllegal(fewer);
    }

    /**
     * These, and for each value that one of them sees and none of them writes one that wrote it: or
     * what is left would blame the whole for what only the selection lacks.
     */
    private int[] withSources(int[] culprits) {
        if (model.family() == Family.GENERAL) {
            return culprits;
        }
        NavigableSet<Integer> chosen = new TreeSet<>();
        Deque<Integer> seers = new ArrayDeque<>();
        Arrays.stream(culprits).forEach(seers::add);
        Arrays.stream(culprits).forEach(chosen::add);
        while (!seers.isEmpty()) {
            int seer = seers.poll();
            Object value = seen(operations.call(seer));
            int[] sources = value == null ? new int[0] : sources(seer, value);
            boolean there = Arrays.stream(sources).anyMatch(chosen::contains);
            if (!there && sources.length > 0) {
                int last = sources[sources.length - 1];
                chosen.add(last);
                seers.add(last);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What wrote the value and was invoked before the seer had returned; else what wrote it later. */
    private int[] sources(int seer, Object value) {
        int[] writers = IntStream.range(0, operations.size())
                .filter(i -> i != seer && writes(operations.call(i), value))
                .toArray();
        int[] before = Arrays.stream(writers)
                .filter(i -> operations.invoked(i) < operations.returned(seer))
                .toArray();
        return before.length > 0 ? before : writers;
    }

    /** Whether each value that is seen still has its source. */
    private boolean makesSense(Operations fewer) {
        if (model.family() == Family.GENERAL) {
            return true;
        }
        Set<Call> left = new HashSet<>();
        IntStream.range(0, fewer.size()).forEach(i -> left.add(fewer.call(i)));
        return IntStream.range(0, operations.size())
                .filter(i -> left.contains(operations.call(i)))
                .allMatch(i -> keepsSource(i, left));
    }

    /** Whether something is left that can have written what it saw, if anything can. */
    private boolean keepsSource(int seer, Set<Call> left) {
        Object value = seen(operations.call(seer));
        int[] sources = value == null ? new int[0] : sources(seer, value);
        return sources.length == 0
                || Arrays.stream(sources).anyMatch(i -> left.contains(operations.call(i)));
    }

    private static Object seen(Call call) {
        if (call.function().equals("cas")) {
            boolean took = !call.failed() && call.argument() instanceof List<?>;
            return took ? ((List<?>) call.argument()).get(0) : null;
        }
        return call.completed() ? call.result() : null;
    }

    private static boolean writes(Call call, Object value) {
        if (call.function().equals("cas")) {
            return !call.failed()
                    && call.argument() instanceof List<?> pair
                    && pair.size() == 2
                    && value.equals(pair.get(1));
        }
        return value.equals(call.argument());
    }

    private boolean keepIfIllegal(Operations fewer) {
        interruption.check();
        Parts parts = Parts.of(fewer, model);
        int[] localOf = new int[fewer.size()];
        for (int part = 0; part < parts.count(); part++) {
            Finding finding =
                    new Worker<>(parts, model, interruption, memoryBytes, localOf).decide(part);
            if (finding.is(Finding.Answer.INVALID)) {
                operations = fewer.select(parts.members(part));
                proof = Optional.of(renumbered(finding, parts.members(part)));
                return true;
            }
            if (finding.is(Finding.Answer.UNKNOWN)) {
                throw new Interruption.Interrupted("undecided");
            }
        }
        return false;
    }

    /** The finding with numbers among the members of its part alone. */
    private static Finding renumbered(Finding finding, int[] members) {
        return new Finding(
                finding.part(),
                finding.answer(),
                finding::reasons,
                finding.explored(),
                Arrays.stream(finding.order())
                        .map(i -> Arrays.binarySearch(members, i))
                        .toArray(),
                Arrays.stream(finding.culprits())
                        .map(i -> Arrays.binarySearch(members, i))
                        .toArray());
    }
}
