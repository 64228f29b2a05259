package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Payload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The values a history knows, as bytes: null, Boolean, Long, String and lists of these. Equal values
 * have equal bytes, so that the store compares without decoding.
 */
final class Values {

    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int LONG = 3;
    private static final int STRING = 4;
    private static final int LIST = 5;

    private static final int DEEPEST = 8;

    /** The bytes of null. */
    static final Payload ABSENT = Payload.wrap(new byte[] {NULL});

    private Values() {}

    /**
     * Encodes a value.
     *
     * @throws IllegalArgumentException naming the value, if it is none of those above
     */
    static Payload encode(Object value) {
        if (value == null) {
            return ABSENT;
        }
        ByteBuffer out = ByteBuffer.allocate(size(value, 0));
        write(value, out);
        return Payload.wrap(out.array());
    }

    /** Reads a value that takes all bytes that are left. */
    static Object decode(ByteBuffer in) throws Refusal {
        try {
            Object value = read(in, 0);
            if (in.hasRemaining()) {
                throw new Refusal(in.remaining() + " bytes behind a value");
            }
            return value;
        } catch (BufferUnderflowException | CharacterCodingException e) {
            throw new Refusal("a value that ends early or is no text");
        }
    }

    private static int size(Object value, int depth) {
        if (value == null || value instanceof Boolean) {
            return 1;
        }
        if (value instanceof Long) {
            return 9;
        }
        if (value instanceof String text) {
            return 5 + text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (value instanceof List<?> list && depth < DEEPEST) {
            return list.stream().mapToInt(item -> size(item, depth + 1)).sum() + 5;
        }
        throw new IllegalArgumentException(
                "expected null, Boolean, Long, String or a flat list of these, found " + value);
    }

    private static void write(Object value, ByteBuffer out) {
        if (value == null) {
            out.put((byte) NULL);
        } else if (value instanceof Boolean flag) {
            out.put((byte) (flag ? TRUE : FALSE));
        } else if (value instanceof Long number) {
            out.put((byte) LONG).putLong(number);
        } else if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.put((byte) STRING).putInt(bytes.length).put(bytes);
        } else {
            List<?> list = (List<?>) value;
            out.put((byte) LIST).putInt(list.size());
            list.forEach(item -> write(item, out));
        }
    }

    private static Object read(ByteBuffer in, int depth) throws Refusal, CharacterCodingException {
        int kind = in.get();
        return switch (kind) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case LONG -> in.getLong();
            case STRING -> text(in);
            case LIST -> list(in, depth);
            default -> throw new Refusal("a value of kind " + kind);
        };
    }

    private static String text(ByteBuffer in) throws Refusal, CharacterCodingException {
        int length = count(in);
        ByteBuffer bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
        return text.toString();
    }

    private static List<Object> list(ByteBuffer in, int depth)
            throws Refusal, CharacterCodingException {
        if (depth >= DEEPEST) {
            throw new Refusal("lists deeper than " + DEEPEST);
        }
        int count = count(in);
        List<Object> list = new ArrayList<>(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            list.add(read(in, depth + 1));
        }
        return Collections.unmodifiableList(list);
    }

    /** A length: every unit of it takes at least one byte of what is left. */
    private static int count(ByteBuffer in) throws Refusal {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) {
            throw new Refusal("a length of " + count + " in " + in.remaining() + " bytes");
        }
        return count;
    }
}
