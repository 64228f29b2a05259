package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Finds reads of one register that are too stale for certain: so many writes began after every write of
 * the value had returned, and returned before the read began.
 */
final class Overwriting {

    private static final int MOST_SHOWN = 6;

    private final Operations operations;
    private final Object initial;
    private final int bound;
    private final List<Integer> reads = new ArrayList<>();
    private final List<Integer> certain = new ArrayList<>();
    private final Map<Object, List<Integer>> byValue = new HashMap<>();

    Overwriting(Operations operations, Object initial, int bound) {
        this.operations = operations;
        this.initial = initial;
        this.bound = bound;
    }

    void write(int i) {
        Object value = held(operations.call(i).argument());
        byValue.computeIfAbsent(value, unseen -> new ArrayList<>()).add(i);
        if (operations.outcome(i) == Outcome.OK) {
            certain.add(i);
        }
    }

    void read(int i) {
        reads.add(i);
    }

    private static Object held(Object value) {
        return Objects.requireNonNullElse(value, Models.NIL);
    }

    /** Reads by their calls, writes by their returns, keeping the last so many writes to begin. */
    Optional<Verdict> refute() {
        reads.sort(Comparator.comparing(operations::invoked));
        certain.sort(Comparator.comparing(operations::returned));
        PriorityQueue<Integer> latest =
                new PriorityQueue<>(Comparator.comparing(operations::invoked));
        int next = 0;
        for (int read : reads) {
            while (next < certain.size()
                    && operations.returned(certain.get(next)) < operations.invoked(read)) {
                latest.add(certain.get(next++));
                if (latest.size() > bound) {
                    latest.remove();
                }
            }
            Optional<Verdict> refuted = refute(read, latest);
            if (refuted.isPresent()) {
                return refuted;
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict> refute(int read, PriorityQueue<Integer> latest) {
        Object seen = held(operations.call(read).result());
        boolean initially = seen.equals(initial);
        List<Integer> writers = byValue.getOrDefault(seen, List.of()).stream()
                .filter(write -> operations.invoked(write) <= operations.returned(read))
                .toList();
        Operation saw = operations.get(read);
        if (writers.isEmpty() && !initially) {
            return Optional.of(Verdict.invalid(
                    saw + " saw a value that nobody had begun to write.", List.of(saw)));
        }
        int written = writers.stream().mapToInt(operations::returned).max().orElse(-1);
        if (latest.size() < bound || operations.invoked(latest.element()) <= written) {
            return Optional.empty();
        }
        List<Operation> shown = new ArrayList<>();
        writers.stream().limit(MOST_SHOWN).map(operations::get).forEach(shown::add);
        latest.stream().limit(MOST_SHOWN).sorted().map(operations::get).forEach(shown::add);
        shown.add(saw);
        return Optional.of(Verdict.invalid(
                saw + " saw a value behind which " + bound
                        + (bound == 1 ? " other was" : " others were")
                        + " written before it began: only the last " + bound + " may be seen.",
                shown));
    }
}
