package dev.weevil.engine.wire;

import dev.weevil.engine.node.Payload;

/** Bytes for people: quoted where they are printable ASCII, else hexadecimal. */
final class ShownBytes {

    private static final int LONGEST_TEXT = 120;

    private ShownBytes() {}

    static String of(Payload payload) {
        if (payload.length() == 0) {
            return "empty";
        }
        if (payload.length() > LONGEST_TEXT) {
            return payload.toString();
        }
        for (int i = 0; i < payload.length(); i++) {
            if (payload.at(i) < ' ' || payload.at(i) > '~') {
                return payload.toString();
            }
        }
        return "\"" + payload.asUtf8() + "\"";
    }
}
