package dev.weevil.checker.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Histories with Byzantine clients, for Byzantine linearizability: what a corrupted client asked for
 * may take effect at any time, also before it says it asked, or never; what it was answered proves
 * nothing. Correct clients may see its effects, and are still owed a legal order.
 */
public final class CorruptedClients {

    private CorruptedClients() {}

    /**
     * The history to check instead: each operation of a corrupted client is invoked before all others
     * and never completes, by a process of its own.
     *
     * @param corrupted the processes of corrupted clients
     */
    public static History widen(History history, Set<Integer> corrupted) {
        int fresh = 1
                + history.events().stream()
                        .mapToInt(HistoryEvent::process)
                        .max()
                        .orElse(0);
        List<HistoryEvent> first = new ArrayList<>();
        List<HistoryEvent> rest = new ArrayList<>();
        for (HistoryEvent event : history.events()) {
            if (!corrupted.contains(event.process())) {
                rest.add(event);
            } else if (event.type() == HistoryEvent.Type.INVOKE) {
                first.add(HistoryEvent.invoke(
                        0, fresh++, event.function(), event.key(), event.value()));
            }
        }
        first.addAll(rest);
        return new History(first);
    }
}
