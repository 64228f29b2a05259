package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model by numbers: calls that are alike are one class, states are interned, and the model is asked
 * once for each pair. One thread.
 */
final class Transitions<S> {

    static final int ILLEGAL = -1;
    static final int NOTHING = -1;

    /** States a search can tell apart: what is left of a key beside the rank of the return. */
    static final int MOST_STATES = (1 << 21) - 1;

    private static final long STATE_BYTES = 200;
    private static final int UNKNOWN = -2;
    private static final int DENSE_CLASSES = 512;
    private static final int[] NO_ROW = {};

    private record Kind(int function, int argument, int result, Outcome outcome) {}

    private final Operations operations;
    private final Model<S> model;
    private final long memoryBytes;
    private final Map<Kind, Integer> classIds = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<S, Integer> stateIds = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    private final Map<Object, Integer> valueIds = new HashMap<>();
    private int[][] rows = new int[16][];
    private final Map<Long, Integer> sparse = new HashMap<>();
    private boolean[] pure = new boolean[16];
    private boolean[] grows = new boolean[16];
    private int[] needs = new int[16];
    private int[] makes = new int[16];
    private boolean observers;
    private final Growth growth;

    /** The one state for all that lead nowhere. */
    private int lost = NOTHING;

    private long steps;
    private long held;

    Transitions(Operations operations, Model<S> model, long memoryBytes, Growth growth) {
        this.operations = operations;
        this.model = model;
        this.memoryBytes = memoryBytes;
        this.growth = growth;
        stateId(model.initial());
    }

    /** The class of an operation. */
    int classOf(int operation) {
        Kind kind = new Kind(
                operations.function(operation),
                operations.argument(operation),
                operations.result(operation),
                operations.outcome(operation));
        Integer known = classIds.get(kind);
        return known == null ? addClass(kind, operations.call(operation)) : known;
    }

    private int addClass(Kind kind, Call call) {
        int id = calls.size();
        if (id == pure.length) {
            pure = Arrays.copyOf(pure, id * 2);
            grows = Arrays.copyOf(grows, id * 2);
            needs = Arrays.copyOf(needs, id * 2);
            makes = Arrays.copyOf(makes, id * 2);
        }
        classIds.put(kind, id);
        calls.add(call);
        pure[id] = model.pure(call);
        grows[id] = Growth.grows(call);
        needs[id] = NOTHING;
        makes[id] = NOTHING;
        if (model.family() == Family.REGISTER) {
            leaveFootprint(id, call);
        }
        return id;
    }

    private void leaveFootprint(int id, Call call) {
        switch (call.function()) {
            case "read", "get" -> needs[id] = valueId(call.result());
            case "write", "put" -> makes[id] = valueId(call.argument());
            case "cas" -> {
                List<?> pair = call.argument() instanceof List<?> list ? list : List.of();
                if (call.failed() || pair.size() != 2) {
                    observers = true;
                } else {
                    needs[id] = valueId(pair.get(0));
                    makes[id] = valueId(pair.get(1));
                }
            }
            default -> observers = true;
        }
    }

    private int valueId(Object value) {
        Integer known = valueIds.putIfAbsent(value == null ? Models.NIL : value, valueIds.size());
        return known == null ? valueIds.size() - 1 : known;
    }

    boolean pure(int cls) {
        return pure[cls];
    }

    /** The value a call of a register saw, or {@link #NOTHING}. */
    int needs(int cls) {
        return needs[cls];
    }

    /** The value a call of a register leaves, or {@link #NOTHING}. */
    int makes(int cls) {
        return makes[cls];
    }

    /** Whether states of this model only grow, but for calls that are neither pure nor grow them. */
    boolean growing() {
        return growth.applies();
    }

    boolean grows(int cls) {
        return grows[cls];
    }

    /** Whether a call of a growing model returned the whole state. */
    boolean isRead(int cls) {
        return pure[cls] && calls.get(cls).completed();
    }

    /** Whether a state of a growing model may grow into what a read saw. */
    boolean mayGrowInto(int state, int read) {
        return state != lost && Growth.mayGrow(states.get(state), calls.get(read));
    }

    /** Whether what a read saw may have begun with what this call wrote. */
    boolean mayBegin(int write, int read) {
        return Growth.mayBegin(calls.get(write), calls.get(read));
    }

    int values() {
        return valueIds.size();
    }

    /** Whether some call saw something other than one value. */
    boolean hasOtherObservers() {
        return observers;
    }

    Call call(int cls) {
        return calls.get(cls);
    }

    S state(int id) {
        return states.get(id);
    }

    /** How often the model was asked. */
    long steps() {
        return steps;
    }

    /** The state after a call, or {@link #ILLEGAL}. */
    int next(int state, int cls) {
        int[] row = rows[state];
        if (cls < row.length && row[cls] != UNKNOWN) {
            return row[cls];
        }
        return ask(state, cls);
    }

    private int ask(int state, int cls) {
        if (cls >= DENSE_CLASSES) {
            Integer known = sparse.get(((long) state << 32) | cls);
            if (known != null) {
                return known;
            }
        }
        steps++;
        int next = state == lost
                ? whereLost(cls)
                : after(model.step(states.get(state), calls.get(cls)));
        if (cls >= DENSE_CLASSES) {
            sparse.put(((long) state << 32) | cls, next);
        } else {
            remember(state, cls, next);
        }
        return next;
    }

    private int after(Optional<S> state) {
        if (state.isEmpty()) {
            return ILLEGAL;
        }
        if (!growth.applies() || growth.leadsSomewhere(state.get())) {
            return stateId(state.get());
        }
        if (lost == NOTHING) {
            lost = newState(model.initial());
        }
        return lost;
    }

    /** What a state that nothing seen begins with is not: the one a read or a cas asks for. */
    private int whereLost(int cls) {
        Call call = calls.get(cls);
        if (grows[cls] || call.failed()) {
            return lost;
        }
        return model.overwrites(call) ? after(model.step(model.initial(), call)) : ILLEGAL;
    }

    private void remember(int state, int cls, int next) {
        int[] row = rows[state];
        if (cls >= row.length) {
            int longer = Math.min(DENSE_CLASSES, Math.max(16, Integer.highestOneBit(cls) * 2));
            int before = row.length;
            row = Arrays.copyOf(row, longer);
            Arrays.fill(row, before, longer, UNKNOWN);
            rows[state] = row;
        }
        row[cls] = next;
    }

    private int stateId(S state) {
        Integer known = stateIds.get(state);
        if (known != null) {
            return known;
        }
        stateIds.put(state, states.size());
        return newState(state);
    }

    private int newState(S state) {
        int id = states.size();
        if (id >= MOST_STATES) {
            throw new Interruption.Interrupted(
                    "the model has more than " + MOST_STATES + " states");
        }
        if (id == rows.length) {
            rows = Arrays.copyOf(rows, id * 2);
        }
        rows[id] = NO_ROW;
        states.add(state);
        held += STATE_BYTES + weight(state);
        if (held > memoryBytes) {
            throw new Interruption.Interrupted(
                    "the model's " + states.size() + " states fill the memory allowed");
        }
        return id;
    }

    /** A guess at what a state occupies. */
    private static long weight(Object state) {
        if (state instanceof CharSequence text) {
            return text.length();
        }
        if (state instanceof Collection<?> elements) {
            return 8L * elements.size();
        }
        return state instanceof Map<?, ?> entries ? 32L * entries.size() : 0;
    }
}
