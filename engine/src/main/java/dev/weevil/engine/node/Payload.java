package dev.weevil.engine.node;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;

/** An immutable string of bytes, compared by content. */
public final class Payload {

    public static final Payload EMPTY = new Payload(new byte[0]);

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Payload copyOf(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Payload(bytes.clone());
    }

    /** Takes the array itself: the caller promises never to write to it again. */
    public static Payload wrap(byte[] bytes) {
        return new Payload(bytes);
    }

    public static Payload utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return bytes.length;
    }

    public byte at(int index) {
        return bytes[index];
    }

    /** A copy that the caller may change. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** A read-only view, without copying. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Puts the bytes into the buffer. */
    public void writeTo(ByteBuffer out) {
        out.put(bytes);
    }

    /** Feeds the bytes to a hash, without copying. */
    public void feed(MessageDigest hash) {
        hash.update(bytes);
    }

    /** Feeds the bytes to a keyed hash, without copying. */
    public void feed(Mac hash) {
        hash.update(bytes);
    }

    public String asUtf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** At most 32 bytes in hexadecimal, and the length where there are more. */
    @Override
    public String toString() {
        if (bytes.length <= 32) {
            return HexFormat.of().formatHex(bytes);
        }
        return HexFormat.of().formatHex(bytes, 0, 32) + "… (" + bytes.length + " bytes)";
    }
}
