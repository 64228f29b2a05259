package dev.weevil.checker.file;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects events of transactions, refusing those that are none of the model's. */
final class TransactionEvents implements Consumer<HistoryEvent> {

    static final String LISTS = "list-append";
    static final String REGISTERS = "rw-register";

    private final String write;
    private final List<HistoryEvent> events = new ArrayList<>();

    TransactionEvents(String model) {
        this.write = model.equals(LISTS) ? "append" : "w";
    }

    @Override
    public void accept(HistoryEvent event) {
        if (!event.function().equals("txn") && !event.function().isEmpty()) {
            throw new IllegalArgumentException(
                    "function " + event.function() + " where a txn was expected");
        }
        boolean told =
                event.type() == HistoryEvent.Type.INVOKE || event.type() == HistoryEvent.Type.OK;
        if (event.value() instanceof List<?> operations) {
            operations.forEach(this::refuseOther);
        } else if (told) {
            throw new IllegalArgumentException(
                    event.value() + " where a list of micro-operations was expected");
        }
        events.add(event);
    }

    private void refuseOther(Object operation) {
        boolean known = operation instanceof List<?> parts
                && parts.size() == 3
                && parts.get(1) != null
                && ("r".equals(parts.get(0))
                        || (write.equals(parts.get(0)) && parts.get(2) != null));
        if (!known) {
            throw new IllegalArgumentException("micro-operation " + operation
                    + " where [r key value] or [" + write + " key value] was expected");
        }
    }

    History history() {
        return new History(events);
    }
}
