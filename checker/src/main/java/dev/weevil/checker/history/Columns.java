package dev.weevil.checker.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The growing columns behind {@link Operations}. */
final class Columns {

    static final int NONE = -1;

    final Values values = new Values();
    private final Map<String, Integer> functionIds = new HashMap<>();
    private final List<String> functionNames = new ArrayList<>();
    private String lastFunction = "";
    private int lastFunctionId = -1;

    int size;
    int[] process = new int[16];
    int[] function = new int[16];
    int[] key = new int[16];
    int[] argument = new int[16];
    int[] result = new int[16];
    int[] expected = new int[16];
    int[] replacement = new int[16];
    int[] invoked = new int[16];
    int[] returned = new int[16];
    Outcome[] outcome = new Outcome[16];

    /** By event that begins or ends an operation: twice its number, plus one for the end. */
    int[] timeline = new int[32];

    int timed;

    /** A new operation, open until its completion is set. */
    int invoke(HistoryEvent event, int position) {
        if (size == process.length) {
            grow();
        }
        int i = size++;
        process[i] = event.process();
        function[i] = functionId(event.function());
        key[i] = event.key().isPresent() ? values.add(event.key().get()) : NONE;
        argument[i] = values.add(event.value());
        addPair(i, event);
        result[i] = Values.NIL;
        invoked[i] = position;
        returned[i] = Interval.OPEN;
        outcome[i] = Outcome.INFO;
        note(2 * i);
        return i;
    }

    private void addPair(int i, HistoryEvent event) {
        boolean pair = event.function().equals("cas")
                && event.value() instanceof List<?> list
                && list.size() == 2;
        expected[i] = pair ? values.add(((List<?>) event.value()).get(0)) : NONE;
        replacement[i] = pair ? values.add(((List<?>) event.value()).get(1)) : NONE;
    }

    void complete(int i, HistoryEvent event, int position) {
        outcome[i] = Outcome.of(event.type());
        if (event.type() == HistoryEvent.Type.OK) {
            result[i] = values.add(event.value());
        }
        if (event.type() != HistoryEvent.Type.INFO) {
            returned[i] = position;
            note(2 * i + 1);
        }
    }

    private void note(int moment) {
        if (timed == timeline.length) {
            timeline = Arrays.copyOf(timeline, timed * 2);
        }
        timeline[timed++] = moment;
    }

    List<String> functions() {
        return Collections.unmodifiableList(functionNames);
    }

    String functionName(int i) {
        return functionNames.get(function[i]);
    }

    private int functionId(String name) {
        if (!name.equals(lastFunction) || lastFunctionId < 0) {
            Integer known = functionIds.get(name);
            if (known == null) {
                known = functionNames.size();
                functionIds.put(name, known);
                functionNames.add(name);
            }
            lastFunction = name;
            lastFunctionId = known;
        }
        return lastFunctionId;
    }

    private void grow() {
        int capacity = size * 2;
        process = Arrays.copyOf(process, capacity);
        function = Arrays.copyOf(function, capacity);
        key = Arrays.copyOf(key, capacity);
        argument = Arrays.copyOf(argument, capacity);
        result = Arrays.copyOf(result, capacity);
        expected = Arrays.copyOf(expected, capacity);
        replacement = Arrays.copyOf(replacement, capacity);
        invoked = Arrays.copyOf(invoked, capacity);
        returned = Arrays.copyOf(returned, capacity);
        outcome = Arrays.copyOf(outcome, capacity);
    }
}
