package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Explored;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides parts one after another on one thread, each by the fastest engine that applies. */
final class Worker<S> {

    private static final int MOST_WRITERS = 3;

    private final Parts parts;
    private final Operations operations;
    private final Model<S> model;
    private final Interruption interruption;
    private final long memoryBytes;
    private final int[] localOf;
    private final Arena arena = Arena.ofThisThread();
    private final List<Shortcut> shortcuts;
    private Transitions<S> transitions;

    /**
     * Made on the thread it works on.
     *
     * @param localOf scratch, as long as the history; several workers may share it
     */
    Worker(
            Parts parts,
            Model<S> model,
            Interruption interruption,
            long memoryBytes,
            int[] localOf) {
        this.parts = parts;
        this.operations = parts.operations();
        this.model = model;
        this.interruption = interruption;
        this.memoryBytes = memoryBytes;
        this.localOf = localOf;
        this.shortcuts = Shortcuts.of(model.family());
    }

    Finding decide(int part) {
        interruption.check();
        arena.chronology.load(parts, part, localOf);
        Problem problem = new Problem(operations, model, arena.chronology, part);
        for (Shortcut shortcut : shortcuts) {
            Optional<Finding> found = shortcut.decide(problem);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return search(problem);
    }

    /** The finding of a part that nobody came to. */
    static Finding untouched(int part, String reason) {
        return new Finding(part, Finding.Answer.UNKNOWN, List.of(reason), Explored.NOTHING);
    }

    void release() {
        arena.release();
    }

    private Finding search(Problem problem) {
        Growth growth = new Growth(model);
        if (growth.applies()) {
            for (int i = 0; i < arena.chronology.size; i++) {
                growth.note(operations.call(arena.chronology.original[i]));
            }
        }
        if (transitions == null || growth.applies()) {
            transitions = new Transitions<>(operations, model, memoryBytes, growth);
        }
        if (model.family() == Family.REGISTER) {
            int stale = arena.refuter.refute(arena.chronology, transitions);
            if (stale >= 0) {
                return refuted(problem, stale, arena.refuter.overwriter());
            }
        }
        Search search = arena.search;
        Finding.Answer answer;
        List<String> reasons = List.of();
        try {
            boolean legal = search.decide(arena.chronology, transitions, interruption, memoryBytes);
            answer = legal ? Finding.Answer.VALID : Finding.Answer.INVALID;
        } catch (Interruption.Interrupted limit) {
            answer = Finding.Answer.UNKNOWN;
            transitions = null;
            reasons = List.of(limit.getMessage());
        }
        int decided = answer == Finding.Answer.UNKNOWN ? 0 : 1;
        return new Finding(
                problem.part(),
                answer,
                reasons,
                new Explored(search.steps(), search.configurations(), decided, 0),
                arena.chronology.originals(search.order()));
    }

    private Finding refuted(Problem problem, int stale, int overwriter) {
        if (overwriter < 0) {
            return problem.invalid(
                    problem.words(stale) + " saw a value that nobody had written.", stale);
        }
        int[] writers = arena.refuter.writersOf(stale, MOST_WRITERS);
        int[] culprits = Arrays.copyOf(writers, writers.length + 2);
        culprits[writers.length] = stale;
        culprits[writers.length + 1] = overwriter;
        return problem.invalid(
                problem.words(stale)
                        + " began after "
                        + problem.words(overwriter)
                        + " had returned, and nothing afterwards wrote the value it saw.",
                culprits);
    }
}
