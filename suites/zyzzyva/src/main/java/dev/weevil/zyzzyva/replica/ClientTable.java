package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.NodeId;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The last executed request of each client: replicated state, and part of every snapshot. */
final class ClientTable {

    private final List<Optional<ClientRow>> rows;

    ClientTable(int clients) {
        this(Collections.nCopies(clients, Optional.empty()));
    }

    private ClientTable(List<Optional<ClientRow>> rows) {
        this.rows = new ArrayList<>(rows);
    }

    ClientTable copy() {
        return new ClientTable(rows);
    }

    /** As a witness keeps it: without what the service answered. */
    ClientTable withoutResults() {
        ClientTable bare = new ClientTable(rows.size());
        filled().forEach(row -> bare.put(row.withoutResult()));
        return bare;
    }

    /** Whether the cluster has this client. */
    boolean knows(NodeId client) {
        return client.isClient() && client.index() < rows.size();
    }

    Optional<ClientRow> row(NodeId client) {
        return rows.get(client.index());
    }

    /** The last executed timestamp; 0 before the first. */
    long timestamp(NodeId client) {
        Optional<ClientRow> row = rows.get(client.index());
        return row.isPresent() ? row.get().timestamp() : 0;
    }

    void put(ClientRow row) {
        rows.set(row.client().index(), Optional.of(row));
    }

    /** The rows that are filled, by client. */
    List<ClientRow> filled() {
        return rows.stream().flatMap(Optional::stream).toList();
    }
}
