package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.service.Snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * The replicated state after a number, to return to (V12) and to hand on (8.4).
 *
 * @param pages the digests of the store's pages and, last, of the client table
 * @param digest D; {@link Digest#ZERO} at a witness
 */
record Savepoint(
        long number,
        Digest history,
        Snapshot store,
        ClientTable table,
        Payload encodedTable,
        List<Digest> pages,
        Digest digest) {

    /** The state as a replica of this role has it: a witness has neither results nor D. */
    static Savepoint of(Role role, long number, Digest history, Snapshot store, ClientTable full) {
        ClientTable table = role.executes() ? full : full.withoutResults();
        Payload encodedTable = TableFormat.encode(table);
        List<Digest> pages = new ArrayList<>(store.digests());
        pages.add(Digest.of(encodedTable));
        Digest digest = role.executes() ? role.stateDigest().of(pages) : Digest.ZERO;
        return new Savepoint(
                number, history, store, table, encodedTable, List.copyOf(pages), digest);
    }

    /** A page as it is transferred; the last is the client table. */
    Payload page(int index) {
        return index < store.size() ? store.page(index) : encodedTable;
    }
}
