package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Payload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * One operation as it is replicated: a byte for the function, then key and arguments, each with its
 * length.
 *
 * @param argument what is put, appended or expected; {@link Values#ABSENT} where there is none
 * @param replacement what a cas writes; {@link Values#ABSENT} elsewhere
 */
record Operation(Function function, Payload key, Payload argument, Payload replacement) {

    /** Larger ones are refused before they are decoded. */
    static final int MOST_BYTES = 64 * 1024;

    enum Function {
        GET('g'),
        PUT('p'),
        CAS('c'),
        APPEND('a'),
        /** Writes what the primary's clock said, and returns it. */
        STAMP('s');

        private final byte code;

        Function(char code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }

        static Function of(byte code) throws Refusal {
            return switch (code) {
                case 'g' -> GET;
                case 'p' -> PUT;
                case 'c' -> CAS;
                case 'a' -> APPEND;
                case 's' -> STAMP;
                default -> throw new Refusal("no function " + code);
            };
        }
    }

    Payload encode() {
        ByteBuffer out =
                ByteBuffer.allocate(13 + key.length() + argument.length() + replacement.length());
        out.put(function.code());
        write(key, out);
        write(argument, out);
        write(replacement, out);
        return Payload.wrap(out.array());
    }

    /** Reads what {@link #encode} writes, and checks that all values have a shape. */
    static Operation decode(Payload bytes) throws Refusal {
        if (bytes.length() > MOST_BYTES) {
            throw new Refusal(
                    "an operation of " + bytes.length() + " bytes; at most " + MOST_BYTES);
        }
        ByteBuffer in = bytes.asByteBuffer();
        try {
            Function function = Function.of(in.get());
            Operation operation = new Operation(function, read(in), read(in), read(in));
            if (in.hasRemaining()) {
                throw new Refusal(in.remaining() + " bytes behind an operation");
            }
            return operation;
        } catch (BufferUnderflowException e) {
            throw new Refusal("an operation that ends early");
        }
    }

    private static void write(Payload value, ByteBuffer out) {
        out.putInt(value.length()).put(value.asByteBuffer());
    }

    private static Payload read(ByteBuffer in) throws Refusal {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new Refusal("a length of " + length + " in " + in.remaining() + " bytes");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        Values.decode(ByteBuffer.wrap(bytes));
        return Payload.wrap(bytes);
    }
}
