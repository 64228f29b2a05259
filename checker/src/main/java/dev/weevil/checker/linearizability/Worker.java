package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Explored;

import java.util.List;
import java.util.Optional;

/** Decides parts one after another on one thread, each by the fastest engine that applies. */
final class Worker<S> {

    private final Parts parts;
    private final Operations operations;
    private final Model<S> model;
    private final Interruption interruption;
    private final long memoryBytes;
    private final int[] localOf;
    private final Arena arena = Arena.ofThisThread();
    private final List<Shortcut> shortcuts;
    private Optional<ModelTransitions<S>> known = Optional.empty();

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
            Optional<Transitions> learned = shortcut.transitions();
            if (learned.isPresent()) {
                return search(problem, learned.get());
            }
        }
        return search(problem);
    }

    /** The finding of a part that nobody came to. */
    static Finding untouched(int part, String reason) {
        return new Finding(part, Finding.Answer.UNKNOWN, () -> List.of(reason), Explored.NOTHING);
    }

    void release() {
        arena.release();
    }

    private Finding search(Problem problem) {
        ModelTransitions<S> transitions = known.orElseGet(() -> transitions(problem));
        transitions.load(operations, arena.chronology);
        Finding finding = search(problem, transitions);
        // What an interruption leaves behind is of no use to the next part.
        boolean reusable = !transitions.growing() && !finding.is(Finding.Answer.UNKNOWN);
        known = reusable ? Optional.of(transitions) : Optional.empty();
        return finding;
    }

    private Finding search(Problem problem, Transitions transitions) {
        try {
            boolean legal =
                    arena.search.decide(arena.chronology, transitions, interruption, memoryBytes);
            return found(problem, legal ? Finding.Answer.VALID : Finding.Answer.INVALID, List.of());
        } catch (Interruption.Interrupted limit) {
            return found(problem, Finding.Answer.UNKNOWN, List.of(limit.getMessage()));
        }
    }

    private ModelTransitions<S> transitions(Problem problem) {
        Growth growth = new Growth(model);
        if (growth.applies()) {
            for (int i = 0; i < arena.chronology.size; i++) {
                growth.note(operations.call(problem.original(i)));
            }
        }
        return new ModelTransitions<>(model, memoryBytes, growth);
    }

    private Finding found(Problem problem, Finding.Answer answer, List<String> reasons) {
        Search search = arena.search;
        int decided = answer == Finding.Answer.UNKNOWN ? 0 : 1;
        return new Finding(
                problem.part(),
                answer,
                () -> reasons,
                new Explored(search.steps(), search.configurations(), decided, 0),
                arena.chronology.originals(search.order()));
    }
}
