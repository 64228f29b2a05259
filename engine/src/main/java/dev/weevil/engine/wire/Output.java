package dev.weevil.engine.wire;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;

/** Bytes being written, big-endian. Each thread writes one frame at a time, into memory it keeps. */
final class Output {

    /** Larger frames are rare, and their memory is not kept. */
    private static final int KEPT_BYTES = 1 << 16;

    private static final ThreadLocal<ByteBuffer> KEPT =
            ThreadLocal.withInitial(() -> ByteBuffer.allocate(KEPT_BYTES));

    private final boolean covering;
    private ByteBuffer bytes = KEPT.get().clear();

    private Output(boolean covering) {
        this.covering = covering;
    }

    /** Writes everything, as a frame carries it. */
    static Output frame() {
        return new Output(false);
    }

    /** Leaves out what is {@link Outside}, as a seal covers it. */
    static Output covered() {
        return new Output(true);
    }

    boolean covering() {
        return covering;
    }

    void u8(int value) {
        room(Byte.BYTES);
        bytes.put((byte) value);
    }

    void i32(int value) {
        room(Integer.BYTES);
        bytes.putInt(value);
    }

    void i64(long value) {
        room(Long.BYTES);
        bytes.putLong(value);
    }

    /** A length and the bytes. */
    void bytes(Payload payload) {
        i32(payload.length());
        raw(payload);
    }

    /** The bytes alone. */
    void raw(Payload payload) {
        room(payload.length());
        payload.writeTo(bytes);
    }

    void digest(Digest digest) {
        room(Digest.LENGTH);
        digest.writeTo(bytes);
    }

    /** What was written; nothing more may be. */
    Payload toPayload() {
        byte[] exact = new byte[bytes.position()];
        bytes.flip().get(exact);
        return Payload.wrap(exact);
    }

    private void room(int more) {
        if (bytes.remaining() < more) {
            int size = Math.max(2 * bytes.capacity(), bytes.position() + more);
            bytes = ByteBuffer.allocate(size).put(bytes.flip());
        }
    }
}
