package dev.weevil.reports.html;

/** Makes text from outside safe to look at: nothing in it is hidden, and nothing turns a line around. */
public final class Visible {

    /** Where a value in a table or on the time axis is cut. */
    public static final int USUAL_LENGTH = 400;

    private Visible() {}

    /** On one line, cut at the usual length. */
    public static String of(String text) {
        return of(text, USUAL_LENGTH);
    }

    /**
     * The text on one line. Control, bidirectional, invisible and unpaired characters stand as their
     * code, as in {@code ⟨U+202E⟩}; a line feed as {@code ⏎}. Of a longer text its first characters, and
     * how many there are in all.
     */
    public static String of(String text, int longest) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), longest) + 16);
        int at = 0;
        while (at < text.length() && at < longest) {
            int point = text.codePointAt(at);
            append(point, shown);
            at += Character.charCount(point);
        }
        if (at < text.length()) {
            shown.append("… (").append(text.length()).append(" characters)");
        }
        return shown.toString();
    }

    private static void append(int point, StringBuilder shown) {
        if (point == '\n') {
            shown.append('⏎');
        } else if (isHidden(point)) {
            shown.append(String.format("⟨U+%04X⟩", point));
        } else {
            shown.appendCodePoint(point);
        }
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
