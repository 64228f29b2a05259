package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.service.KeyValueStore;

import java.util.Optional;

/** The replicated state: the store and the client table, changed by entries in order and by nothing else. */
final class Application {

    private final Role role;
    private final KeyValueStore store;
    private final ClientTable table;

    Application(Role role, KeyValueStore store, ClientTable table) {
        this.role = role;
        this.store = store;
        this.table = table;
    }

    /** The state at a savepoint, in the same role. */
    Application at(Savepoint savepoint) {
        return new Application(
                role, new KeyValueStore(savepoint.store()), savepoint.table().copy());
    }

    ClientTable table() {
        return table;
    }

    /** The state as it is now. */
    Savepoint save(long number, Digest history) {
        return Savepoint.of(role, number, history, store.snapshot(), table.copy());
    }

    /**
     * What a read-only request finds, as a row that no table holds. The store refuses what would change
     * it; a witness finds nothing.
     *
     * @param number the last executed one
     * @param history h there
     * @param digest d of the request
     */
    ClientRow read(Request request, long number, Digest history, Digest digest) {
        Payload result = role.executes()
                ? store.execute(request.operation(), Payload.EMPTY, true)
                : Payload.EMPTY;
        return new ClientRow(
                request.client(),
                request.timestamp(),
                number,
                digest,
                result,
                role.executes() ? Digest.of(result) : ResponseCore.NO_REPLY,
                history,
                Optional.empty());
    }

    /**
     * Executes an entry whose body is known. An old timestamp is a no-op that takes its number (A7), and
     * so is a null request. A witness takes note of the client's request alone (12.2).
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
        Payload result = role.executes()
                ? store.execute(
                        request.operation(), entry.item().nondeterminism(), request.readOnly())
                : Payload.EMPTY;
        ClientRow row = new ClientRow(
                request.client(),
                request.timestamp(),
                entry.number(),
                entry.item().request(),
                result,
                role.executes() ? Digest.of(result) : ResponseCore.NO_REPLY,
                entry.item().history(),
                entry.order());
        table.put(row);
        return Optional.of(row);
    }
}
