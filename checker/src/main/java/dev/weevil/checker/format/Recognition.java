package dev.weevil.checker.format;

/** Tells a format by how a file begins. */
final class Recognition {

    private Recognition() {}

    static HistoryFormat of(Source in) {
        String text = in.glimpse();
        int start = skip(text, 0);
        if (start == text.length()) {
            return HistoryFormat.EDN_LINES;
        }
        return switch (text.charAt(start)) {
            case '{' -> map(text, start, false);
            case '[' -> collection(text, start);
            case '(' -> HistoryFormat.EDN_COLLECTION;
            case '#' -> HistoryFormat.EDN_LINES;
            default -> log(in, text);
        };
    }

    private static HistoryFormat log(Source in, String text) {
        if (text.contains(LogForms.MARK.trim())) {
            return HistoryFormat.JEPSEN_LOG;
        }
        throw in.malformed("a history: EDN, JSON, or a Jepsen log");
    }

    private static HistoryFormat collection(String text, int bracket) {
        int inside = skip(text, bracket + 1);
        return inside < text.length() && text.charAt(inside) == '{'
                ? map(text, inside, true)
                : HistoryFormat.EDN_COLLECTION;
    }

    private static HistoryFormat map(String text, int brace, boolean inCollection) {
        int inside = skip(text, brace + 1);
        boolean json = inside < text.length() && text.charAt(inside) == '"';
        if (inCollection) {
            return json ? HistoryFormat.JSON_ARRAY : HistoryFormat.EDN_COLLECTION;
        }
        if (json) {
            return text.startsWith("\"" + JsonLinesWriter.HEADER + "\"", inside)
                    ? HistoryFormat.WEEVIL
                    : HistoryFormat.JSON_LINES;
        }
        int end = text.indexOf('}', inside);
        boolean keyed = end > 0 && text.substring(inside, end).contains(":key ");
        return keyed ? HistoryFormat.KEY_VALUE_LOG : HistoryFormat.EDN_LINES;
    }

    /** The first place from here that is neither blank nor comment. */
    static int skip(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c > ' ' && c != ',') {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }
}
