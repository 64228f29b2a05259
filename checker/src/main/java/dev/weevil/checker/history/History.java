package dev.weevil.checker.history;

import java.util.List;

/**
 * What the clients of one run saw, in real-time order. An invocation without a completion counts as
 * {@link HistoryEvent.Type#INFO}.
 */
public record History(List<HistoryEvent> events) {

    public History {
        events = List.copyOf(events);
    }

    /** Its operations, paired as {@link Pairing} says. */
    public Operations operations() {
        return Operations.of(this);
    }
}
