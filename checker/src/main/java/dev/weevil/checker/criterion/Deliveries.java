package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.verdict.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that are put in and taken out. */
final class Deliveries implements Traces {

    private static final class Value {
        final List<Integer> puts = new ArrayList<>();
        final List<Integer> failed = new ArrayList<>();
        final List<Integer> takes = new ArrayList<>();
    }

    private final Operations operations;
    private final Map<Object, Value> values = new LinkedHashMap<>();
    private final List<Integer> empty = new ArrayList<>();
    private boolean crashedTakes;
    private int asked;

    Deliveries(Operations operations) {
        this.operations = operations;
    }

    @Override
    public void note(int i) {
        Call call = operations.call(i);
        boolean takes = switch (call.function()) {
            case "dequeue", "pop", "poll" -> true;
            default -> false;
        };
        if (!takes) {
            boolean may = SingleExecution.mayHave(operations, i);
            Value value = value(call.argument());
            (may ? value.puts : value.failed).add(i);
            asked += may ? 1 : 0;
        } else if (call.outcome() == Outcome.INFO) {
            crashedTakes = true;
        } else if (call.completed() && call.result() == null) {
            empty.add(i);
        } else if (call.completed()) {
            value(call.result()).takes.add(i);
        }
    }

    private Value value(Object value) {
        return values.computeIfAbsent(value == null ? "nil" : value, unseen -> new Value());
    }

    @Override
    public int asked() {
        return asked;
    }

    @Override
    public Optional<Verdict> refute() {
        return values.values().stream()
                .map(value -> unasked(value).or(() -> twice(value)).or(() -> lost(value)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Verdict> unasked(Value value) {
        return value.takes.stream()
                .filter(take -> value.puts.stream().noneMatch(put -> begunBefore(put, take)))
                .findFirst()
                .map(take -> SingleExecution.unasked(
                        operations,
                        take,
                        value.failed.stream()
                                .filter(put -> begunBefore(put, take))
                                .toList()));
    }

    private boolean begunBefore(int put, int take) {
        return operations.invoked(put) <= operations.returned(take);
    }

    private Optional<Verdict> twice(Value value) {
        if (value.takes.size() <= value.puts.size()) {
            return Optional.empty();
        }
        List<Operation> shown = new ArrayList<>();
        value.puts.forEach(put -> shown.add(operations.get(put)));
        value.takes.forEach(take -> shown.add(operations.get(take)));
        Operation last = shown.get(shown.size() - 1);
        return Optional.of(Verdict.invalid(
                last + " took a value for the " + ordinal(value.takes.size())
                        + " time that was put in " + times(value.puts.size()) + ".",
                shown));
    }

    private static String ordinal(int number) {
        return number == 2 ? "second" : number == 3 ? "third" : number + "th";
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    /** Never taken, although somebody found nothing left. */
    private Optional<Verdict> lost(Value value) {
        if (crashedTakes || !value.takes.isEmpty()) {
            return Optional.empty();
        }
        for (int put : value.puts) {
            Optional<Integer> missed = empty.stream()
                    .filter(take -> operations.outcome(put) == Outcome.OK)
                    .filter(take -> operations.invoked(take) > operations.returned(put))
                    .findFirst();
            if (missed.isPresent()) {
                Operation in = operations.get(put);
                Operation out = operations.get(missed.get());
                return Optional.of(SingleExecution.invalid(
                        in + " was acknowledged and its value never taken, but " + out
                                + " found nothing left.",
                        in,
                        out));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> unclear() {
        return Optional.empty();
    }
}
