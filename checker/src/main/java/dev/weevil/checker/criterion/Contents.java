package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Elements of one list, text or set, and the reads that show them. */
final class Contents implements Traces {

    private static final int NOBODY = -1;

    private static final class Element {
        final List<Integer> writers = new ArrayList<>();
        final List<Integer> failed = new ArrayList<>();
        int acknowledged = NOBODY;
        int lastShown = NOBODY;
        int missedBy = NOBODY;
    }

    private final Operations operations;
    private final Model<?> model;
    private final boolean texts;
    private final Map<Object, Element> elements = new LinkedHashMap<>();
    private final List<Integer> reads = new ArrayList<>();
    private Optional<Spelling> spelling = Optional.empty();
    private boolean replaced;
    private int asked;

    Contents(Operations operations, Model<?> model) {
        this.operations = operations;
        this.model = model;
        this.texts = model.family() == Family.APPENDABLE;
    }

    @Override
    public void note(int i) {
        Call call = operations.call(i);
        switch (call.function()) {
            case "read", "get", "contains" -> {
                if (call.completed() && model.takesPart(call)) {
                    reads.add(i);
                }
            }
            case "append", "add" -> write(i, call.argument());
            case "put", "write" -> {
                replaced |= SingleExecution.mayHave(operations, i);
                write(i, call.argument());
            }
            case "cas" -> {
                replaced |= SingleExecution.mayHave(operations, i);
                if (call.argument() instanceof List<?> pair && pair.size() == 2) {
                    write(i, pair.get(1));
                }
            }
            default -> replaced |= SingleExecution.mayHave(operations, i);
        }
    }

    private void write(int i, Object value) {
        boolean may = SingleExecution.mayHave(operations, i);
        Element element = elements.computeIfAbsent(named(value), unseen -> new Element());
        (may ? element.writers : element.failed).add(i);
        asked += may ? 1 : 0;
        if (operations.outcome(i) == Outcome.OK) {
            element.acknowledged = Math.max(element.acknowledged, operations.returned(i));
        }
    }

    private static Object named(Object value) {
        return Objects.requireNonNullElse(value, "nil");
    }

    @Override
    public int asked() {
        return asked;
    }

    @Override
    public Optional<Verdict> refute() {
        if (texts) {
            spelling = Optional.of(new Spelling(elements.keySet()));
            if (spelling.get().isAmbiguous()) {
                return Optional.empty();
            }
        }
        for (int read : reads) {
            Optional<Verdict> refuted = refute(read);
            if (refuted.isPresent()) {
                return refuted;
            }
        }
        return replaced ? Optional.empty() : lost();
    }

    private Optional<Verdict> refute(int read) {
        Call call = operations.call(read);
        Map<Object, Integer> counts = shown(call);
        for (Map.Entry<Object, Integer> entry : counts.entrySet()) {
            Element element = elements.getOrDefault(entry.getKey(), new Element());
            long writers =
                    element.writers.stream().filter(i -> begunBefore(i, read)).count();
            if (writers == 0) {
                return Optional.of(SingleExecution.unasked(
                        operations,
                        read,
                        element.failed.stream()
                                .filter(i -> begunBefore(i, read))
                                .toList()));
            }
            if (entry.getValue() > writers) {
                return Optional.of(twice(read, element, entry.getValue()));
            }
            element.lastShown = Math.max(element.lastShown, operations.invoked(read));
        }
        Element looked = elements.get(named(call.argument()));
        if (isLook(read) && Boolean.FALSE.equals(call.result()) && looked != null) {
            looked.missedBy = later(looked.missedBy, read);
        }
        return Optional.empty();
    }

    private int later(int one, int other) {
        return one == NOBODY || operations.invoked(other) > operations.invoked(one) ? other : one;
    }

    private boolean begunBefore(int write, int read) {
        return operations.invoked(write) <= operations.returned(read);
    }

    /** How often a read shows each element. */
    private Map<Object, Integer> shown(Call call) {
        Map<Object, Integer> counts = new HashMap<>();
        if (call.function().equals("contains")) {
            if (Boolean.TRUE.equals(call.result())) {
                counts.put(named(call.argument()), 1);
            }
        } else if (call.result() instanceof Collection<?> all) {
            all.forEach(one -> counts.merge(named(one), 1, Integer::sum));
        } else if (call.result() instanceof String text && spelling.isPresent()) {
            spelling.get().pieces(text).forEach(one -> counts.merge(one, 1, Integer::sum));
        }
        return counts;
    }

    private Verdict twice(int read, Element element, int times) {
        Operation saw = operations.get(read);
        List<Operation> shown = new ArrayList<>();
        element.writers.forEach(i -> shown.add(operations.get(i)));
        Operation first = shown.get(0);
        shown.add(saw);
        return Verdict.invalid(
                saw + " shows the effect of " + first + " " + times + " times, which was asked for "
                        + (element.writers.size() == 1
                                ? "once."
                                : element.writers.size() + " times."),
                shown);
    }

    /** Acknowledged, and never shown by a read that began afterwards, though there was one. */
    private Optional<Verdict> lost() {
        int lastRead = NOBODY;
        for (int read : reads) {
            lastRead = isLook(read) ? lastRead : later(lastRead, read);
        }
        for (Element element : elements.values()) {
            int missed = element.missedBy == NOBODY ? lastRead : later(lastRead, element.missedBy);
            boolean lost = element.acknowledged != NOBODY
                    && missed != NOBODY
                    && operations.invoked(missed) > element.acknowledged
                    && element.lastShown < element.acknowledged;
            if (lost) {
                Operation write = operations.get(element.writers.get(0));
                Operation read = operations.get(missed);
                return Optional.of(SingleExecution.invalid(
                        write + " was acknowledged, but no read that began afterwards shows it, as "
                                + read + ".",
                        write,
                        read));
            }
        }
        return Optional.empty();
    }

    /** Whether it looked for one element only. */
    private boolean isLook(int read) {
        return operations.call(read).function().equals("contains");
    }

    @Override
    public Optional<String> unclear() {
        return spelling.filter(Spelling::isAmbiguous)
                .map(ambiguous -> "some of the appended texts begin with others, so that what a"
                        + " read shows cannot be told");
    }
}
