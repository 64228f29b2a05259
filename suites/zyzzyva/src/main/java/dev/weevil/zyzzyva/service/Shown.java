package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Payload;

/** Values of the store as people read them. */
final class Shown {

    private static final int LONGEST = 120;

    private Shown() {}

    /** An encoded value; {@code nil} where there is none. */
    static String value(Payload encoded) throws Refusal {
        Object value = Values.decode(encoded.asByteBuffer());
        return value == null ? "nil" : value.toString();
    }

    static String briefly(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
