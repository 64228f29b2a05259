package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any model by numbers: states are interned, and the model is asked once for each pair. */
final class ModelTransitions<S> implements Transitions {

    private static final long STATE_BYTES = 200;
    private static final long ENTRY_BYTES = 80;
    private static final int UNKNOWN = -2;
    private static final int DENSE_CLASSES = 512;
    private static final int[] NO_ROW = {};

    private final Model<S> model;
    private final long memoryBytes;
    private final Classes classes = new Classes();
    private final List<Call> calls = new ArrayList<>();
    private final Map<S, Integer> stateIds = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    private int[][] rows = new int[16][];
    private final Map<Long, Integer> sparse = new HashMap<>();
    private boolean[] pure = new boolean[16];
    private boolean[] grows = new boolean[16];
    private final Growth growth;

    /** The one state for all that lead nowhere. */
    private int lost = NOTHING;

    private long held;

    ModelTransitions(Model<S> model, long memoryBytes, Growth growth) {
        this.model = model;
        this.memoryBytes = memoryBytes;
        this.growth = growth;
        stateId(model.initial());
    }

    /** What follows is about the operations of this part. */
    void load(Operations operations, Chronology part) {
        classes.load(operations, part, this);
    }

    /** Takes note of the next class, of which this call is one. */
    void learn(Call call) {
        int cls = calls.size();
        if (cls == pure.length) {
            pure = Arrays.copyOf(pure, cls * 2);
            grows = Arrays.copyOf(grows, cls * 2);
        }
        calls.add(call);
        pure[cls] = model.pure(call);
        grows[cls] = Growth.grows(call);
    }

    private Call call(int operation) {
        return calls.get(classes.of[operation]);
    }

    @Override
    public boolean pure(int operation) {
        return pure[classes.of[operation]];
    }

    @Override
    public boolean alike(int one, int other) {
        return classes.of[one] == classes.of[other];
    }

    @Override
    public boolean growing() {
        return growth.applies();
    }

    @Override
    public boolean grows(int operation) {
        return grows[classes.of[operation]];
    }

    @Override
    public boolean isRead(int operation) {
        return pure(operation) && call(operation).completed();
    }

    @Override
    public boolean mayGrowInto(int state, int read) {
        return state != lost && Growth.mayGrow(states.get(state), call(read));
    }

    @Override
    public boolean mayBegin(int write, int read) {
        return Growth.mayBegin(call(write), call(read));
    }

    @Override
    public int next(int state, int operation) {
        int cls = classes.of[operation];
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
        int next = state == lost
                ? whereLost(cls)
                : after(model.step(states.get(state), calls.get(cls)));
        if (cls >= DENSE_CLASSES) {
            sparse.put(((long) state << 32) | cls, next);
            hold(ENTRY_BYTES);
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
            hold(4L * (longer - before));
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
        hold(STATE_BYTES + weight(state));
        return id;
    }

    private void hold(long bytes) {
        held += bytes;
        if (held > memoryBytes) {
            throw new Interruption.Interrupted(
                    "the model's " + states.size() + " states fill the memory allowed");
        }
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
