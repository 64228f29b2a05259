package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The client table as bytes: of each row just what is the same at every correct replica (3.3). */
final class TableFormat {

    private static final int FIXED_BYTES = 24 + 2 * Digest.LENGTH;

    private TableFormat() {}

    static Payload encode(ClientTable table) {
        List<ClientRow> rows = table.filled();
        int size = rows.stream()
                .mapToInt(row -> FIXED_BYTES + row.result().length())
                .sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        for (ClientRow row : rows) {
            out.putInt(row.client().index()).putLong(row.timestamp()).putLong(row.sequence());
            row.request().writeTo(out);
            row.history().writeTo(out);
            out.putInt(row.result().length()).put(row.result().asByteBuffer());
        }
        return Payload.wrap(out.array());
    }

    /** Reads bytes whose digest is proven; nothing if they have no shape after all. */
    static Optional<ClientTable> decode(Payload bytes, int clients) {
        ClientTable table = new ClientTable(clients);
        ByteBuffer in = bytes.asByteBuffer();
        try {
            while (in.hasRemaining()) {
                table.put(row(in));
            }
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
        return Optional.of(table);
    }

    private static ClientRow row(ByteBuffer in) {
        NodeId client = NodeId.client(in.getInt());
        long timestamp = in.getLong();
        long sequence = in.getLong();
        Digest request = Digest.from(in);
        Digest history = Digest.from(in);
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a result of " + length + " bytes");
        }
        byte[] result = new byte[length];
        in.get(result);
        Payload payload = Payload.wrap(result);
        return new ClientRow(
                client,
                timestamp,
                sequence,
                request,
                payload,
                Digest.of(payload),
                history,
                Optional.empty());
    }
}
