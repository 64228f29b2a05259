package dev.weevil.engine.wire;

import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;

/** Bytes being read, none of them trusted. */
final class Input {

    private final ByteBuffer bytes;

    Input(Payload frame) {
        this.bytes = frame.asByteBuffer();
    }

    int u8() throws Malformed {
        need(1, "a byte");
        return bytes.get() & 0xFF;
    }

    int i32() throws Malformed {
        need(4, "a 32-bit number");
        return bytes.getInt();
    }

    long i64() throws Malformed {
        need(8, "a 64-bit number");
        return bytes.getLong();
    }

    /** A length and that many bytes, which must be there. */
    Payload bytes() throws Malformed {
        int length = count(1, "bytes");
        byte[] copy = new byte[length];
        bytes.get(copy);
        return Payload.wrap(copy);
    }

    /**
     * The length of a list whose elements take at least so many bytes: a frame cannot ask for more
     * memory than a multiple of what it has brought.
     */
    int count(int leastBytesEach, String what) throws Malformed {
        int at = bytes.position();
        int count = i32();
        if (count < 0 || (long) count * Math.max(1, leastBytesEach) > bytes.remaining()) {
            throw new Malformed("at byte " + at + ": expected at most "
                    + bytes.remaining() / Math.max(1, leastBytesEach) + " " + what
                    + ", found " + Integer.toUnsignedString(count));
        }
        return count;
    }

    ByteBuffer raw(int length, String what) throws Malformed {
        need(length, what);
        ByteBuffer slice = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return slice;
    }

    void end() throws Malformed {
        if (bytes.hasRemaining()) {
            throw new Malformed("at byte " + bytes.position() + ": expected the end, found "
                    + bytes.remaining() + " more bytes");
        }
    }

    Malformed unexpected(String expected, Object found) {
        return new Malformed(
                "before byte " + bytes.position() + ": expected " + expected + ", found " + found);
    }

    private void need(int count, String what) throws Malformed {
        if (bytes.remaining() < count) {
            throw new Malformed(
                    "at byte " + bytes.position() + ": expected " + what + ", found the end");
        }
    }
}
