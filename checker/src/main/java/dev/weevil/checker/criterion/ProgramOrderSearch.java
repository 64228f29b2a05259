package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a legal order of operations that keeps each client's own, remembering configurations: what
 * is done, and the state of every object. A legal pure operation whose turn it is comes at once, as
 * whatever follows may follow it as well.
 */
final class ProgramOrderSearch<S> {

    private static final long ENTRY_BYTES = 150;
    private static final int STEPS_BETWEEN_LOOKS = 256;
    private static final Duration LONGEST = Duration.ofDays(365);

    private record Configuration(BitSet done, Map<Object, Object> states) {}

    private final Operations operations;
    private final Model<S> model;
    private final Limits limits;
    private final long endNanos;
    private final Call[] calls;
    private final Object[] objects;

    /** By operation: the one of its client before it that must come first, or -1. */
    private final int[] before;

    private final BitSet done = new BitSet();
    private final Map<Object, S> states = new HashMap<>();
    private final Set<Configuration> seen = new HashSet<>();
    private final List<Integer> order = new ArrayList<>();
    private final List<S> replaced = new ArrayList<>();

    /** By depth: the first operation not yet tried there. */
    private final int[] untried;

    private List<Integer> longest = List.of();
    private int required;
    private long steps;
    private String limit = "";

    ProgramOrderSearch(Operations operations, Model<S> model, Limits limits) {
        this.operations = operations;
        this.model = model;
        this.limits = limits;
        Duration time =
                limits.time().filter(most -> most.compareTo(LONGEST) < 0).orElse(LONGEST);
        this.endNanos = System.nanoTime() + time.toNanos();
        int count = operations.size();
        calls = new Call[count];
        objects = new Object[count];
        before = new int[count];
        untried = new int[count + 1];
        Map<Integer, Integer> last = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Operation operation = operations.get(i);
            calls[i] = operation.call();
            objects[i] = model.partition().isPresent()
                    ? model.partition().get().apply(operation)
                    : operation.key();
            before[i] = last.getOrDefault(operation.process(), -1);
            if (!calls[i].indeterminate()) {
                last.put(operation.process(), i);
                required++;
            }
        }
    }

    /** The answer; {@link #order} is then the order found, or the longest legal one. */
    Verdict.Kind decide() {
        while (required > 0) {
            if (++steps % STEPS_BETWEEN_LOOKS == 0 && isOver()) {
                return Verdict.Kind.UNKNOWN;
            }
            if (!advance() && !retreat()) {
                return Verdict.Kind.INVALID;
            }
        }
        remember();
        return Verdict.Kind.VALID;
    }

    private boolean isOver() {
        if (limits.cancelled().getAsBoolean()) {
            limit = "the check was cancelled";
        } else if (System.nanoTime() - endNanos >= 0) {
            limit = "the time is over";
        } else if (seen.size() * (ENTRY_BYTES + 40L * states.size()) > limits.memoryBytes()) {
            limit = "what was explored fills the memory allowed";
        }
        return !limit.isEmpty();
    }

    private boolean advance() {
        int depth = order.size();
        if (untried[depth] == 0) {
            for (int i = 0; i < calls.length; i++) {
                if (mayBeNext(i) && model.pure(calls[i]) && after(i).isPresent()) {
                    untried[depth] = calls.length;
                    place(i, state(i));
                    return true;
                }
            }
        }
        while (untried[depth] < calls.length) {
            int i = untried[depth]++;
            if (mayBeNext(i) && !model.pure(calls[i])) {
                Optional<S> after = after(i);
                boolean idle = calls[i].indeterminate() && after.equals(Optional.of(state(i)));
                if (after.isPresent() && !idle && isNew(i, after.get())) {
                    place(i, after.get());
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayBeNext(int i) {
        return !done.get(i) && (before[i] < 0 || done.get(before[i]));
    }

    private S state(int i) {
        return states.getOrDefault(objects[i], model.initial());
    }

    private Optional<S> after(int i) {
        return model.step(state(i), calls[i]);
    }

    private boolean isNew(int i, S after) {
        BitSet more = (BitSet) done.clone();
        more.set(i);
        Map<Object, Object> changed = new HashMap<>(states);
        changed.put(objects[i], after);
        return seen.add(new Configuration(more, changed));
    }

    private void place(int i, S after) {
        replaced.add(state(i));
        states.put(objects[i], after);
        done.set(i);
        order.add(i);
        required -= calls[i].indeterminate() ? 0 : 1;
        untried[order.size()] = 0;
    }

    private boolean retreat() {
        remember();
        if (order.isEmpty()) {
            return false;
        }
        int i = order.remove(order.size() - 1);
        states.put(objects[i], replaced.remove(replaced.size() - 1));
        done.clear(i);
        required += calls[i].indeterminate() ? 0 : 1;
        return true;
    }

    private void remember() {
        if (order.size() > longest.size() || longest.isEmpty()) {
            longest = List.copyOf(order);
        }
    }

    int[] order() {
        return longest.stream().mapToInt(Integer::intValue).toArray();
    }

    long steps() {
        return steps;
    }

    long configurations() {
        return seen.size();
    }

    /** Why the answer is unknown. */
    String limit() {
        return limit;
    }

    /** Why no client can go on after the longest legal order. */
    String inWords() {
        Map<Object, S> reached = new HashMap<>();
        BitSet placed = new BitSet();
        for (int i : longest) {
            S state = reached.getOrDefault(objects[i], model.initial());
            reached.put(objects[i], model.step(state, calls[i]).orElse(state));
            placed.set(i);
        }
        StringBuilder words = new StringBuilder(
                "No legal order of these operations keeps each client's own order.");
        words.append(
                longest.isEmpty()
                        ? " At first"
                        : " After the longest, which ends with "
                                + operations.get(longest.get(longest.size() - 1)) + ",");
        String separator = " there would be ";
        for (int i = 0; i < calls.length; i++) {
            boolean turn = before[i] < 0 || placed.get(before[i]);
            if (!placed.get(i) && turn && !calls[i].indeterminate()) {
                S state = reached.getOrDefault(objects[i], model.initial());
                words.append(separator).append(model.refusal(state, calls[i]));
                separator = ", or ";
            }
        }
        return words.append('.').toString();
    }
}
