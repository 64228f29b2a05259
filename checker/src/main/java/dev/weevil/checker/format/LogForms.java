package dev.weevil.checker.format;

/**
 * The lines Jepsen logs: process, type, function and value behind {@code jepsen.util -}. Lines of
 * other loggers, and of the nemesis, are passed over.
 */
final class LogForms implements Forms {

    static final String MARK = "jepsen.util";

    private final Source in;
    private final EdnForms edn;

    private boolean endedOpen;

    LogForms(Source in) {
        this.in = in;
        this.edn = new EdnForms(in);
    }

    /** Goes to the process of the next event's line. */
    @Override
    public void skipBlank() {
        while (in.peek() != Source.END) {
            if (findMark() && startsNumber(skipSeparator())) {
                return;
            }
            skipLine();
        }
    }

    private boolean findMark() {
        int matched = 0;
        while (matched < MARK.length()) {
            int c = in.peek();
            if (c == '\n' || c == Source.END) {
                return false;
            }
            in.next();
            matched = c == MARK.charAt(matched) ? matched + 1 : c == MARK.charAt(0) ? 1 : 0;
        }
        return true;
    }

    /** {@code " - "}, or {@code ": "} as later versions have it. */
    private int skipSeparator() {
        skipSpaces();
        if (in.peek() == ':' || (in.peek() == '-' && in.peekSecond() <= ' ')) {
            in.next();
        }
        return skipSpaces();
    }

    private static boolean startsNumber(int c) {
        return (c >= '0' && c <= '9') || c == '-';
    }

    @Override
    public void event(EventFields fields) {
        fields.set("process", value());
        fields.set("type", onThisLine("a type"));
        fields.set("f", onThisLine("a function"));
        fields.set("value", onThisLine("a value"));
        endedOpen = skipSpaces() == Source.END;
        skipLine();
    }

    /** Whether the last event's line did not end before the file did. */
    boolean endedOpen() {
        return endedOpen;
    }

    private Object onThisLine(String expected) {
        int c = skipSpaces();
        if (c == '\n' || c == '\r' || c == Source.END) {
            throw in.malformed(expected);
        }
        return value();
    }

    private int skipSpaces() {
        while (in.peek() == ' ' || in.peek() == '\t') {
            in.next();
        }
        return in.peek();
    }

    private void skipLine() {
        int c = in.next();
        while (c != '\n' && c != Source.END) {
            c = in.next();
        }
    }

    @Override
    public Object value() {
        return edn.value();
    }
}
