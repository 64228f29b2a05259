package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A history written event by event. */
public final class Recording {

    private final List<HistoryEvent> events = new ArrayList<>();
    private final Map<Integer, HistoryEvent> open = new HashMap<>();

    public Recording invoke(int process, String function, Object value) {
        return invoke(process, function, null, value);
    }

    public Recording invoke(int process, String function, Object key, Object value) {
        HistoryEvent event = HistoryEvent.invoke(
                events.size(), process, function, Optional.ofNullable(key), value);
        open.put(process, event);
        events.add(event);
        return this;
    }

    public Recording ok(int process, Object value) {
        return end(process, HistoryEvent.Type.OK, value);
    }

    public Recording fail(int process) {
        return end(process, HistoryEvent.Type.FAIL, null);
    }

    public Recording info(int process) {
        return end(process, HistoryEvent.Type.INFO, null);
    }

    /** An operation with nobody beside it. */
    public Recording alone(int process, String function, Object argument, Object result) {
        return invoke(process, function, argument).ok(process, result);
    }

    private Recording end(int process, HistoryEvent.Type type, Object value) {
        events.add(open.remove(process).completed(type, events.size(), value, ""));
        return this;
    }

    public History history() {
        return new History(events);
    }
}
