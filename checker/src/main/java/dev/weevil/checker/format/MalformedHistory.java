package dev.weevil.checker.format;

/** A history file that cannot be understood: where, what was expected, and what was found. */
public final class MalformedHistory extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final long line;
    private final long column;
    private final String expected;
    private final String found;

    /** Lines and columns count from 1; columns count bytes. */
    public MalformedHistory(String file, long line, long column, String expected, String found) {
        super(
                file + ":" + line + ":" + column + ": expected " + expected + ", found " + found,
                null,
                false,
                false);
        this.file = file;
        this.line = line;
        this.column = column;
        this.expected = expected;
        this.found = found;
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    public long column() {
        return column;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
