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
import java.util.TreeMap;
import java.util.stream.Stream;

/** The writes of one register, asked what a read may have seen. */
final class Writes {

    private static final int MOST_SHOWN = 4;

    private final Operations operations;
    private final Object initial;
    private final Map<Object, List<Integer>> byValue = new HashMap<>();
    private final List<Integer> certain = new ArrayList<>();

    /** By the return of each certain write: of those that had returned by then, the last to begin. */
    private final TreeMap<Integer, Integer> overwriters = new TreeMap<>();

    Writes(Operations operations, Object initial) {
        this.operations = operations;
        this.initial = initial;
    }

    void add(int write) {
        Object value = held(operations.call(write).argument());
        byValue.computeIfAbsent(value, unseen -> new ArrayList<>()).add(write);
        if (operations.outcome(write) == Outcome.OK) {
            certain.add(write);
        }
    }

    private static Object held(Object value) {
        return Objects.requireNonNullElse(value, Models.NIL);
    }

    /** To be called once all writes are in. */
    void settle() {
        certain.sort(Comparator.comparing(operations::returned));
        int latest = -1;
        for (int write : certain) {
            boolean later = latest < 0 || operations.invoked(write) > operations.invoked(latest);
            latest = later ? write : latest;
            overwriters.put(operations.returned(write), latest);
        }
    }

    /** Why the read can have seen none of the writes of its value. */
    Optional<Verdict> refute(int read) {
        Object seen = held(operations.call(read).result());
        Map.Entry<Integer, Integer> done = overwriters.lowerEntry(operations.invoked(read));
        int overwritten = done == null ? -1 : operations.invoked(done.getValue());
        List<Integer> candidates = byValue.getOrDefault(seen, List.of());
        boolean possible = (seen.equals(initial) && done == null)
                || candidates.stream()
                        .anyMatch(write -> operations.invoked(write) <= operations.returned(read)
                                && operations.returned(write) >= overwritten);
        if (possible) {
            return Optional.empty();
        }
        return Optional.of(verdict(read, seen, candidates, done == null ? -1 : done.getValue()));
    }

    private Verdict verdict(int read, Object seen, List<Integer> candidates, int overwriter) {
        List<Integer> before = candidates.stream()
                .filter(write -> operations.invoked(write) <= operations.returned(read))
                .limit(MOST_SHOWN)
                .toList();
        Operation saw = operations.get(read);
        if (before.isEmpty() && !seen.equals(initial)) {
            return Verdict.invalid(
                    saw + " saw a value that nobody had begun to write.", List.of(saw));
        }
        Operation over = operations.get(overwriter);
        String reason = saw + " began after " + over + " had returned, which had begun after "
                + (before.isEmpty()
                        ? "the first value was there."
                        : "every write of what was seen had returned, as "
                                + operations.get(before.get(0)) + ".");
        return Verdict.invalid(
                reason,
                Stream.concat(before.stream().map(operations::get), Stream.of(over, saw))
                        .toList());
    }
}
