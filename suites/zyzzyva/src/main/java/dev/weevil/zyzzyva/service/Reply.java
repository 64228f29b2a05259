package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;

/** What the store answers: a byte for the kind, then a value. */
record Reply(Kind kind, Payload value) {

    enum Kind {
        /** Done, nothing to return. */
        DONE('+'),
        /** What was asked for. */
        VALUE('='),
        /** A cas found this value instead of the expected one, and did nothing. */
        MISMATCH('!'),
        /** The operation has no shape or asks for too much; the value is a text. */
        REFUSED('-');

        private final byte code;

        Kind(char code) {
            this.code = (byte) code;
        }

        private static Kind of(byte code) throws Refusal {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new Refusal("no kind of reply: " + code);
        }
    }

    static final Payload DONE = new Reply(Kind.DONE, Values.ABSENT).encode();

    static Payload value(Payload value) {
        return new Reply(Kind.VALUE, value).encode();
    }

    static Payload mismatch(Payload found) {
        return new Reply(Kind.MISMATCH, found).encode();
    }

    static Payload refused(Refusal refusal) {
        return new Reply(Kind.REFUSED, Values.encode(refusal.getMessage())).encode();
    }

    private Payload encode() {
        byte[] bytes = new byte[1 + value.length()];
        bytes[0] = kind.code;
        value.asByteBuffer().get(bytes, 1, value.length());
        return Payload.wrap(bytes);
    }

    static Reply decode(Payload bytes) throws Refusal {
        ByteBuffer in = bytes.asByteBuffer();
        if (!in.hasRemaining()) {
            throw new Refusal("an empty reply");
        }
        Kind kind = Kind.of(in.get());
        byte[] value = new byte[in.remaining()];
        in.get(value);
        return new Reply(kind, Payload.wrap(value));
    }

    Object decoded() throws Refusal {
        return Values.decode(value.asByteBuffer());
    }
}
