package dev.weevil.checker.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Text in quotes, which EDN and JSON write alike. */
final class Quoted {

    private Quoted() {}

    /**
     * Reads from the opening quote to the closing one.
     *
     * @param json whether a line may not end in it, and only what JSON names may be escaped
     */
    static String read(Source in, boolean json) {
        in.next();
        in.clearToken();
        for (int c = in.next(); c != '"'; c = in.next()) {
            if (c == Source.END || (json && c == '\n')) {
                throw in.malformed("'\"'");
            }
            if (c == '\\') {
                escape(in, json);
            } else {
                in.keep(c);
            }
        }
        return in.text(0);
    }

    private static void escape(Source in, boolean json) {
        int c = in.next();
        switch (c) {
            case '"', '\\', '/' -> in.keep(c);
            case 'n' -> in.keep('\n');
            case 't' -> in.keep('\t');
            case 'r' -> in.keep('\r');
            case 'b' -> in.keep('\b');
            case 'f' -> in.keep('\f');
            case 'u' -> unicode(in);
            default -> {
                if (json || c == Source.END) {
                    throw in.malformed("an escaped character");
                }
                in.keep(c);
            }
        }
    }

    /** Keeps the character of {@code XXXX} after a backslash and u, with its second half if any. */
    private static void unicode(Source in) {
        int unit = hexadecimal(in);
        if (Character.isHighSurrogate((char) unit) && in.peek() == '\\' && in.peekSecond() == 'u') {
            in.next();
            in.next();
            int low = hexadecimal(in);
            if (!Character.isLowSurrogate((char) low)) {
                throw in.malformed("the second half of a surrogate pair");
            }
            in.keepCodePoint(Character.toCodePoint((char) unit, (char) low));
            return;
        }
        in.keepCodePoint(unit);
    }

    private static int hexadecimal(Source in) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(in.peek(), 16);
            if (digit < 0) {
                throw in.malformed("a hexadecimal digit");
            }
            in.next();
            value = value * 16 + digit;
        }
        return value;
    }

    /** Writes what {@link #read} reads back, in either notation. */
    static void write(String text, Writer out) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.write(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.write(c);
            }
        }
        out.write('"');
    }
}
