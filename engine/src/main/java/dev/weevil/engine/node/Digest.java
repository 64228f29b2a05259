package dev.weevil.engine.node;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest, compared by content. */
public final class Digest implements Comparable<Digest> {

    /** Length in bytes. */
    public static final int LENGTH = 32;

    /** All zero: the digest of nothing, and the start of a history. */
    public static final Digest ZERO = new Digest(0, 0, 0, 0);

    private static final ThreadLocal<MessageDigest> SHA_256 =
            ThreadLocal.withInitial(Digest::newSha256);

    // Four longs instead of an array: a third of the memory, and equality without a loop.
    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    private Digest(long first, long second, long third, long fourth) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.fourth = fourth;
    }

    /**
     * A digest computed elsewhere.
     *
     * @throws IllegalArgumentException unless there are {@link #LENGTH} bytes left in the buffer
     */
    public static Digest from(ByteBuffer bytes) {
        if (bytes.remaining() < LENGTH) {
            throw new IllegalArgumentException(
                    "a digest has " + LENGTH + " bytes, found " + bytes.remaining());
        }
        return new Digest(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    public static Digest of(Payload content) {
        MessageDigest sha256 = SHA_256.get();
        content.feed(sha256);
        return from(ByteBuffer.wrap(sha256.digest()));
    }

    /** The digest of the two, one behind the other: a link of a hash chain. */
    public static Digest chain(Digest previous, Digest next) {
        ByteBuffer both = ByteBuffer.allocate(2 * LENGTH);
        previous.writeTo(both);
        next.writeTo(both);
        return from(ByteBuffer.wrap(SHA_256.get().digest(both.array())));
    }

    public void writeTo(ByteBuffer out) {
        out.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }

    /** The first eight bytes: enough to tell digests apart in a hash table or a trace. */
    public long prefix() {
        return first;
    }

    /** The first eight hexadecimal digits, as people quote them. */
    public String brief() {
        return HexFormat.of().toHexDigits(first).substring(0, 8);
    }

    @Override
    public int compareTo(Digest other) {
        int order = Long.compareUnsigned(first, other.first);
        order = order != 0 ? order : Long.compareUnsigned(second, other.second);
        order = order != 0 ? order : Long.compareUnsigned(third, other.third);
        return order != 0 ? order : Long.compareUnsigned(fourth, other.fourth);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that
                && first == that.first
                && second == that.second
                && third == that.third
                && fourth == that.fourth;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first)
                + hex.toHexDigits(second)
                + hex.toHexDigits(third)
                + hex.toHexDigits(fourth);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
