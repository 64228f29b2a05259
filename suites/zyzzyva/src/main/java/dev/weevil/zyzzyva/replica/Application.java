package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.service.KeyValueStore;

import java.util.Optional;

/** The replicated state: the store and the client table, changed by entries in order and by nothing else. */
final class Application {

    private final KeyValueStore store;
    private final ClientTable table;

    Application(KeyValueStore store, ClientTable table) {
        this.store = store;
        this.table = table;
    }

    Application(Savepoint savepoint) {
        this(new KeyValueStore(savepoint.store()), savepoint.table().copy());
    }

    ClientTable table() {
        return table;
    }

    /** The state as it is now. */
    Savepoint save(long number, Digest history) {
        return Savepoint.of(number, history, store.snapshot(), table.copy());
    }

    /**
     * Executes an entry whose body is known. An old timestamp is a no-op that takes its number (A7), and
     * so is a null request.
     *
     * @return the client's new row; nothing for a no-op
     */
    Optional<ClientRow> execute(Entry entry) {
        if (entry.item().body().isEmpty()) {
            return Optional.empty();
        }
        Request request = entry.item().body().get();
        if (request.timestamp() <= table.timestamp(request.client())) {
            return Optional.empty();
        }
        Payload result = store.execute(
                request.operation(), entry.item().nondeterminism(), request.readOnly());
        ClientRow row = new ClientRow(
                request.client(),
                request.timestamp(),
                entry.number(),
                entry.item().request(),
                result,
                Digest.of(result),
                entry.item().history(),
                entry.order());
        table.put(row);
        return Optional.of(row);
    }
}
