package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Explored;
import dev.weevil.checker.verdict.Verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Sequential consistency (Lamport, How to make a multiprocessor computer, 1979): one legal order of all
 * operations that keeps the order of each client's own, whatever the time between clients. Not local:
 * all objects are searched together, so that only small histories, of some hundred operations, are
 * decided; for others the answer is unknown. An indeterminate operation takes effect at any time after
 * its client's earlier ones, or never.
 */
public final class SequentialConsistency {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private SequentialConsistency() {}

    /** Valid with a witness order, invalid with few operations that have none, or unknown. */
    public static Verdict check(Operations operations, Model<?> model, Limits limits) {
        int[] chosen = IntStream.range(0, operations.size())
                .filter(i -> model.takesPart(operations.call(i)))
                .filter(i -> operations.call(i).completed() || !model.pure(operations.call(i)))
                .toArray();
        return decide(operations.select(chosen), model, limits);
    }

    private static <S> Verdict decide(Operations operations, Model<S> model, Limits limits) {
        ProgramOrderSearch<S> search = new ProgramOrderSearch<>(operations, model, limits);
        return switch (search.decide()) {
            case VALID ->
                Verdict.valid("One order of all operations is legal and keeps each client's own.")
                        .withWitness(operations.view(search.order()))
                        .withExplored(explored(search, 1));
            case UNKNOWN ->
                Verdict.unknown("Undecided, as " + search.limit() + ": " + search.steps()
                                + " steps were tried.")
                        .withPartials(partials(operations, search))
                        .withExplored(explored(search, 0));
            case INVALID ->
                invalid(operations, model, limits)
                        .withPartials(partials(operations, search))
                        .withExplored(explored(search, 1));
        };
    }

    private static Explored explored(ProgramOrderSearch<?> search, int decided) {
        return new Explored(search.steps(), search.configurations(), decided, 1);
    }

    private static List<List<Operation>> partials(
            Operations operations, ProgramOrderSearch<?> search) {
        return search.order().length == 0 ? List.of() : List.of(operations.view(search.order()));
    }

    private static <S> Verdict invalid(Operations operations, Model<S> model, Limits limits) {
        Limits brief =
                limits.time().filter(time -> time.compareTo(PATIENCE) < 0).isPresent()
                        ? limits
                        : new Limits(
                                Optional.of(PATIENCE), limits.memoryBytes(), 1, limits.cancelled());
        Operations few = new Thinning(
                        fewer -> new ProgramOrderSearch<>(fewer, model, brief).decide(), brief)
                .of(operations);
        ProgramOrderSearch<S> proof = new ProgramOrderSearch<>(few, model, brief);
        proof.decide();
        return Verdict.invalid(proof.inWords(), few.asList());
    }
}
