package dev.weevil.reports.evidence;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where a violation is to be looked for.
 *
 * @param operations in conflict, by invocation; few, even where the checker names many
 * @param sequence the first place in the order at which correct nodes hold different things
 * @param span when it came about; empty where nothing is in conflict
 */
public record Conflict(
        List<TimedOperation> operations, Optional<Long> sequence, Optional<Span> span) {

    /** More are not understood at a glance. */
    private static final int MOST_OPERATIONS = 24;

    public Conflict {
        operations = List.copyOf(operations);
    }

    /** The conflict of a run that was found invalid; an empty one of any other. */
    public static Conflict of(
            Trace trace, Judgement judgement, ClientHistory history, ReplicaLogs logs) {
        if (judgement.kind() != Verdict.Kind.INVALID) {
            return new Conflict(List.of(), Optional.empty(), Optional.empty());
        }
        Optional<Long> sequence = logs.firstDivergence().or(() -> acknowledgedTwice(trace));
        List<TimedOperation> blamed = blamed(judgement, history).toList();
        List<TimedOperation> operations = Stream.concat(
                        blamed.stream(),
                        sequence.stream()
                                .flatMap(s -> acknowledged(trace, s, history))
                                .filter(o -> belongs(o, blamed)))
                .distinct()
                .limit(MOST_OPERATIONS)
                .sorted(Comparator.comparingLong(TimedOperation::invokedNanos))
                .toList();
        long end = trace.events().stream().mapToLong(TraceEvent::nanos).max().orElse(0);
        Optional<Span> span = Span.around(operations.stream()
                        .flatMapToLong(o ->
                                LongStream.of(o.invokedNanos(), Math.min(end, o.returnedNanos()))))
                .or(() -> Span.around(sequence.stream().flatMapToLong(s -> decisions(logs, s))));

        return new Conflict(operations, sequence, span);
    }

    /** Whether it is of the same time as the operations that are blamed, if any is. */
    private static boolean belongs(TimedOperation operation, List<TimedOperation> blamed) {
        return blamed.isEmpty() || blamed.stream().anyMatch(operation::overlaps);
    }

    /** Those that clients ended with something of that place in the order; of one alone none. */
    private static Stream<TimedOperation> acknowledged(
            Trace trace, long sequence, ClientHistory history) {
        Map<Endpoint, TraceEvent.Observed> there = acknowledged(trace, sequence);
        if (there.size() < 2) {
            return Stream.empty();
        }
        return there.values().stream()
                .flatMap(seen -> history.at(seen.node().node(), seen.nanos()).stream());
    }

    /** The checker's counterexample; where it names none, the place where it is stuck. */
    private static Stream<TimedOperation> blamed(Judgement judgement, ClientHistory history) {
        return judgement.verdicts().values().stream()
                .filter(Verdict::isInvalid)
                .flatMap(verdict -> verdict.counterexample().isEmpty()
                        ? stuck(verdict, history)
                        : verdict.counterexample().stream()
                                .map(Operation::index)
                                .flatMap(number -> history.numbered(number).stream()));
    }

    private static Stream<TimedOperation> stuck(Verdict verdict, ClientHistory history) {
        return LegalOrder.of(verdict, history).stream().limit(1).flatMap(order -> {
            int size = order.steps().size();
            return Stream.concat(
                    order.steps().subList(Math.max(0, size - 1), size).stream(),
                    order.stuck().stream());
        });
    }

    private static LongStream decisions(ReplicaLogs logs, long sequence) {
        return logs.correct(sequence).values().stream().mapToLong(ReplicaLogs.Entry::nanos);
    }

    /** The first sequence number at which correct clients hold different requests to be done. */
    private static Optional<Long> acknowledgedTwice(Trace trace) {
        Map<Long, Fact> first = new HashMap<>();
        return acknowledgements(trace)
                .map(TraceEvent.Observed::fact)
                .filter(fact -> {
                    Fact before = first.putIfAbsent(fact.sequence(), fact);
                    return before != null && !before.digest().equals(fact.digest());
                })
                .map(Fact::sequence)
                .findFirst();
    }

    /** What each correct client holds to be done there. */
    static Map<Endpoint, TraceEvent.Observed> acknowledged(Trace trace, long sequence) {
        Map<Endpoint, TraceEvent.Observed> there = new TreeMap<>();
        acknowledgements(trace)
                .filter(seen -> seen.fact().sequence() == sequence)
                .forEach(seen -> there.putIfAbsent(seen.node(), seen));
        return there;
    }

    private static Stream<TraceEvent.Observed> acknowledgements(Trace trace) {
        return trace.events().stream()
                .filter(TraceEvent.Observed.class::isInstance)
                .map(TraceEvent.Observed.class::cast)
                .filter(seen -> seen.fact().name().equals(Fact.COMPLETED))
                .filter(seen -> !trace.header().corrupted().contains(seen.node().node()));
    }

    /** The operations in the order they began, each with how it lies to those before it. */
    List<String> story(int most) {
        List<String> sentences = new ArrayList<>();
        long ended = Long.MIN_VALUE;
        for (TimedOperation operation : operations.subList(0, Math.min(most, operations.size()))) {
            String when = sentences.isEmpty()
                    ? ""
                    : operation.invokedNanos() > ended ? "after that had ended, " : "meanwhile, ";
            sentences.add(when + operation.client() + ": " + operation.inWords() + ", from "
                    + Wording.time(operation.invokedNanos()) + " to "
                    + Wording.time(operation.returnedNanos()));
            ended = Math.max(ended, operation.returnedNanos());
        }
        return sentences;
    }
}
