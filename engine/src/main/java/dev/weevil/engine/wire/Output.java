package dev.weevil.engine.wire;

import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes being written, big-endian. */
final class Output {

    private final boolean covering;
    private byte[] bytes = new byte[256];
    private int length;

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
        room(1);
        bytes[length++] = (byte) value;
    }

    void i32(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void i64(long value) {
        i32((int) (value >>> 32));
        i32((int) value);
    }

    /** A length and the bytes. */
    void bytes(Payload payload) {
        i32(payload.length());
        raw(payload.asByteBuffer());
    }

    void raw(ByteBuffer content) {
        int count = content.remaining();
        room(count);
        content.get(bytes, length, count);
        length += count;
    }

    Payload toPayload() {
        return Payload.wrap(Arrays.copyOf(bytes, length));
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
