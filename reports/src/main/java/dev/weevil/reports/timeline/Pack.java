package dev.weevil.reports.timeline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Growing bytes. Numbers take seven bits a byte, lowest first, the high bit set on all but the last. */
final class Pack {

    /** What a double holds exactly, which is all that a script can count in; beyond it we clamp. */
    static final long LARGEST = (1L << 51) - 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A number from 0. */
    void unsigned(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Any number: small ones of either sign are short. */
    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** How many there are, then each as its difference from the one before. */
    void column(long[] values) {
        unsigned(values.length);
        long before = 0;
        for (long value : values) {
            long clamped = Math.max(-LARGEST, Math.min(LARGEST, value));
            signed(clamped - before);
            before = clamped;
        }
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        unsigned(bytes.length);
        out.writeBytes(bytes);
    }

    void append(Pack other) {
        out.writeBytes(other.toByteArray());
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
