package dev.weevil.checker.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Pairs invocations with completions as events stream by, keeping operations and not events.
 *
 * <p>A process has at most one operation open. An invocation left open at the end counts as {@link
 * Outcome#INFO}. Refused with {@link IllegalArgumentException}: an invocation by a process whose last
 * operation is still open, an {@code ok} nobody asked for, a completion of another function than was
 * invoked (one that names none fits any). A {@code fail} or {@code info} nobody asked for says nothing
 * and is passed over.
 *
 * <p>One thread; one history.
 */
public final class Pairing implements Consumer<HistoryEvent> {

    private final Columns columns = new Columns();
    private final Map<Integer, Integer> open = new HashMap<>();
    private int events;

    @Override
    public void accept(HistoryEvent event) {
        int position = events++;
        if (event.type() == HistoryEvent.Type.INVOKE) {
            int operation = columns.invoke(event, position);
            Integer before = open.put(event.process(), operation);
            if (before != null) {
                throw new IllegalArgumentException(describe(event)
                        + ": its "
                        + columns.functionName(before)
                        + " of event "
                        + columns.invoked[before]
                        + " is still open");
            }
            return;
        }
        Integer operation = open.remove(event.process());
        if (operation != null) {
            complete(operation, event, position);
        } else if (event.type() == HistoryEvent.Type.OK) {
            throw new IllegalArgumentException(describe(event) + " without an invocation");
        }
    }

    private void complete(int operation, HistoryEvent event, int position) {
        String invoked = columns.functionName(operation);
        if (!event.function().isEmpty() && !invoked.equals(event.function())) {
            throw new IllegalArgumentException(
                    describe(event) + " completes, but it had invoked " + invoked);
        }
        columns.complete(operation, event, position);
    }

    private static String describe(HistoryEvent event) {
        return "process " + event.process() + " " + event.type() + " " + event.function();
    }

    public Operations finish() {
        int[] all = new int[columns.size];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return new Operations(columns, all, events);
    }
}
