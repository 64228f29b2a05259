package dev.weevil.checker.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file with their line and column, and the token being read. */
final class Source {

    static final int END = -1;
    static final long NO_NUMBER = Long.MIN_VALUE;
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_TOKEN = 1 << 26;
    private static final int SHOWN = 24;

    private final String file;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;
    private long before;
    private long line = 1;
    private long lineStart;
    private byte[] token = new byte[256];
    private int length;
    private final String[] known = new String[1024];

    Source(String file, InputStream in) {
        this.file = file;
        this.in = in;
        fill();
        if (limit >= 3
                && buffer[0] == (byte) 0xEF
                && buffer[1] == (byte) 0xBB
                && buffer[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    int peek() {
        return at < limit || fill() ? buffer[at] & 0xFF : END;
    }

    /** The byte after the next one. */
    int peekSecond() {
        if (limit - at < 2) {
            fill();
        }
        return limit - at < 2 ? END : buffer[at + 1] & 0xFF;
    }

    int next() {
        int c = peek();
        if (c != END) {
            at++;
            if (c == '\n') {
                line++;
                lineStart = before + at;
            }
        }
        return c;
    }

    void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed("'" + wanted + "'");
        }
        next();
    }

    /** What is buffered from here on, as far as it goes, for a look ahead. */
    String glimpse() {
        peek();
        return new String(buffer, at, limit - at, StandardCharsets.ISO_8859_1);
    }

    private boolean fill() {
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        before += at;
        limit -= at;
        at = 0;
        try {
            while (limit < BUFFER) {
                int read = in.read(buffer, limit, BUFFER - limit);
                if (read < 0) {
                    break;
                }
                limit += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return at < limit;
    }

    void clearToken() {
        length = 0;
    }

    void keep(int c) {
        if (length == token.length) {
            if (length >= LONGEST_TOKEN) {
                throw malformed("a token of at most " + LONGEST_TOKEN + " bytes");
            }
            token = Arrays.copyOf(token, length * 2);
        }
        token[length++] = (byte) c;
    }

    void keepCodePoint(int codePoint) {
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            keep(b);
        }
    }

    /** Takes bytes up to the next one that ends a token of EDN or JSON. */
    void takeToken() {
        length = 0;
        while (at < limit || fill()) {
            int c = buffer[at];
            if (c >= 0 && ENDS[c]) {
                return;
            }
            keep(c);
            at++;
        }
    }

    private static final boolean[] ENDS = new boolean[128];

    static {
        for (char c : " \t\r\n\f,;\"()[]{}".toCharArray()) {
            ENDS[c] = true;
        }
    }

    /**
     * Takes a whole number of at most 18 digits that ends within what is buffered, the usual value of
     * a history; otherwise takes nothing and answers {@link #NO_NUMBER}.
     */
    long takeWholeNumber() {
        boolean negative = peek() == '-';
        int first = negative ? at + 1 : at;
        int end = first;
        long value = 0;
        while (end < limit && buffer[end] >= '0' && buffer[end] <= '9') {
            value = value * 10 + (buffer[end++] - '0');
        }
        boolean whole = end > first
                && end - first <= 18
                && end < limit
                && buffer[end] >= 0
                && ENDS[buffer[end]];
        if (!whole) {
            return NO_NUMBER;
        }
        at = end;
        return negative ? -value : value;
    }

    int tokenLength() {
        return length;
    }

    int tokenByte(int i) {
        return token[i];
    }

    /** The token as text from this byte on; short ones seen before are not made again. */
    String text(int from) {
        int hash = length - from;
        for (int i = from; i < length; i++) {
            hash = hash * 31 + token[i];
        }
        int slot = (hash ^ (hash >>> 10)) & (known.length - 1);
        String candidate = known[slot];
        if (candidate != null && same(candidate, from)) {
            return candidate;
        }
        String made = new String(token, from, length - from, StandardCharsets.UTF_8);
        if (length - from <= 32 && made.length() == length - from) {
            known[slot] = made;
        }
        return made;
    }

    private boolean same(String candidate, int from) {
        if (candidate.length() != length - from) {
            return false;
        }
        for (int i = from; i < length; i++) {
            if (candidate.charAt(i - from) != token[i]) {
                return false;
            }
        }
        return true;
    }

    long line() {
        return line;
    }

    long column() {
        return before + at - lineStart + 1;
    }

    /** What is wrong here. */
    MalformedHistory malformed(String expected) {
        return malformed(expected, found());
    }

    MalformedHistory malformed(String expected, String found) {
        return new MalformedHistory(file, line, column(), expected, found);
    }

    private String found() {
        if (peek() == END) {
            return "the end of the file";
        }
        int end = at;
        while (end < limit && end - at < SHOWN && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        if (end == at) {
            return "the end of the line";
        }
        String shown = new String(buffer, at, end - at, StandardCharsets.UTF_8);
        return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
