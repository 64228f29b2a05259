package dev.weevil.checker.criterion;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small histories of registers by three clients, with results drawn at random. */
record RandomRegisters(Random random, List<Object> keys, int values) {

    History of(int operations) {
        List<HistoryEvent> events = new ArrayList<>();
        HistoryEvent[] open = new HistoryEvent[3];
        int[] process = {0, 1, 2};
        int begun = 0;
        while (begun < operations) {
            int client = random.nextInt(3);
            if (open[client] == null) {
                open[client] = invocation(events.size(), process[client]);
                events.add(open[client]);
                begun++;
            } else {
                events.add(completion(open[client], events.size()));
                if (events.get(events.size() - 1).type() == HistoryEvent.Type.INFO) {
                    process[client] += 3;
                }
                open[client] = null;
            }
        }
        for (HistoryEvent one : open) {
            if (one != null && random.nextInt(4) > 0) {
                events.add(completion(one, events.size()));
            }
        }
        return new History(events);
    }

    private HistoryEvent invocation(int time, int process) {
        Optional<Object> key = keys.isEmpty()
                ? Optional.empty()
                : Optional.of(keys.get(random.nextInt(keys.size())));
        return random.nextBoolean()
                ? HistoryEvent.invoke(time, process, "read", key, null)
                : HistoryEvent.invoke(time, process, "write", key, value());
    }

    private Object value() {
        return (long) random.nextInt(values);
    }

    private HistoryEvent completion(HistoryEvent invoked, int time) {
        HistoryEvent.Type type = random.nextInt(6) > 0
                ? HistoryEvent.Type.OK
                : random.nextBoolean() ? HistoryEvent.Type.INFO : HistoryEvent.Type.FAIL;
        boolean read = invoked.function().equals("read");
        return invoked.completed(type, time, read ? value() : invoked.value(), "");
    }
}
