package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.service.Snapshot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The replicated state after a number, to return to (V12) and to hand on (8.4).
 *
 * @param pages the digests of the store's pages and, last, of the client table
 * @param digest D
 */
record Savepoint(
        long number,
        Digest history,
        Snapshot store,
        ClientTable table,
        Payload encodedTable,
        List<Digest> pages,
        Digest digest) {

    static Savepoint of(long number, Digest history, Snapshot store, ClientTable table) {
        Payload encodedTable = TableFormat.encode(table);
        List<Digest> pages = new ArrayList<>(store.digests());
        pages.add(Digest.of(encodedTable));
        return new Savepoint(
                number, history, store, table, encodedTable, List.copyOf(pages), digest(pages));
    }

    /** D from the digests of all pages. */
    static Digest digest(List<Digest> pages) {
        ByteBuffer bytes = ByteBuffer.allocate(pages.size() * Digest.LENGTH);
        pages.forEach(page -> page.writeTo(bytes));
        return Digest.of(Payload.wrap(bytes.array()));
    }

    /** A page as it is transferred; the last is the client table. */
    Payload page(int index) {
        return index < store.size() ? store.page(index) : encodedTable;
    }
}
