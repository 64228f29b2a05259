package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Objects that grow by distinct pieces and are read whole: key-value entries of text, and lists. Each
 * read spells the operations that made it, as no piece is the beginning of another; so it names a path
 * of states, and {@link Zones} decides. An append that nobody saw may come last before anything that
 * starts anew, like a write that nobody read.
 */
final class Appends implements Shortcut {

    private static final int UNSEEN = -1;

    private final Zones zones;
    private Operations operations;
    private Chronology part;
    private boolean startsEmpty;

    /** By operation: the state it left, as far as reads have told, and the state before that. */
    private int[] leftBy = new int[0];

    private int[] sawBy = new int[0];

    Appends(Zones zones) {
        this.zones = zones;
    }

    @Override
    public Optional<Finding> decide(Problem problem) {
        operations = problem.operations();
        part = problem.chronology();
        Object initial = problem.model().initial();
        boolean lists = initial instanceof List;
        boolean begins =
                initial.equals(Models.NIL) || initial.equals("") || initial.equals(List.of());
        if (!begins) {
            return Optional.empty();
        }
        startsEmpty = !initial.equals(Models.NIL);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < part.size; i++) {
            calls.add(operations.call(part.original[i]));
        }
        Optional<Pieces> pieces = lists ? Pieces.ofLists(calls) : Pieces.ofTexts(calls);
        return pieces.flatMap(found -> decide(problem, calls, found));
    }

    private Optional<Finding> decide(Problem problem, List<Call> calls, Pieces pieces) {
        StateChanges changes = zones.changes();
        changes.reset(part.size);
        leftBy = new int[part.size];
        sawBy = new int[part.size];
        Arrays.fill(leftBy, UNSEEN);
        Arrays.fill(sawBy, StateChanges.NOTHING);
        for (int i = 0; i < part.size; i++) {
            if (Pieces.reads(calls.get(i))) {
                Optional<Finding> broken =
                        follow(problem, pieces, i, calls.get(i).result());
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        for (int i = 0; i < part.size; i++) {
            if (!Pieces.reads(calls.get(i))) {
                changes.leave(i, leftBy[i] == UNSEEN ? changes.newState() : leftBy[i]);
                changes.see(i, sawBy[i]);
            }
        }
        return Optional.of(zones.decide(problem));
    }

    /** Follows a read to the state it saw, making states on the way. */
    private Optional<Finding> follow(Problem problem, Pieces pieces, int read, Object result) {
        int state = StateChanges.INITIAL;
        if (result == null ? startsEmpty : !startsEmpty && pieces.isEmpty(result)) {
            return nobody(problem, read);
        }
        int at = 0;
        while (result != null && at < pieces.length(result)) {
            int writer = pieces.writerAt(result, at);
            if (writer < 0) {
                return nobody(problem, read);
            }
            boolean anew = pieces.startsAnew(writer);
            if (anew && at > 0) {
                return Optional.of(problem.invalid(
                        problem.words(read)
                                + " saw something before what "
                                + problem.words(writer)
                                + " began anew with.",
                        read,
                        writer));
            }
            int before = anew ? StateChanges.NOTHING : state;
            if (leftBy[writer] == UNSEEN) {
                leftBy[writer] = zones.changes().newState();
                sawBy[writer] = before;
            } else if (sawBy[writer] != before) {
                return Optional.of(problem.invalid(
                        problem.words(read)
                                + " saw what "
                                + problem.words(writer)
                                + " appended in another place than other reads did.",
                        culprits(read, writer)));
            }
            state = leftBy[writer];
            at += pieces.length(writer);
        }
        zones.changes().see(read, state);
        return Optional.empty();
    }

    /** The read, the writer, and the other read that disagrees, if it is still known. */
    private int[] culprits(int read, int writer) {
        for (int i = 0; i < read; i++) {
            if (zones.changes().saw(i) == leftBy[writer]) {
                return new int[] {i, read, writer};
            }
        }
        return new int[] {read, writer};
    }

    private static Optional<Finding> nobody(Problem problem, int read) {
        return Optional.of(problem.invalid(
                problem.words(read) + " saw something that nobody had written.", read));
    }
}
