package dev.weevil.checker.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Extensible Data Notation, as much of it as histories contain. Keywords, symbols and characters
 * become strings, a keyword without its colon. Tags are passed over, except that of Jepsen's
 * independent tuples.
 */
final class EdnForms implements Forms {

    private static final int DEEPEST = 256;
    private static final String TUPLE = "jepsen.independent/tuple";

    private final Source in;
    private int depth;

    EdnForms(Source in) {
        this.in = in;
    }

    @Override
    public void skipBlank() {
        while (true) {
            int c = in.peek();
            if (c == ' ' || c == '\n' || c == ',' || c == '\t' || c == '\r' || c == '\f') {
                in.next();
            } else if (c == ';') {
                skipLine();
            } else if (c == '#' && in.peekSecond() == '_') {
                in.next();
                in.next();
                value();
            } else {
                return;
            }
        }
    }

    private void skipLine() {
        while (in.peek() != '\n' && in.peek() != Source.END) {
            in.next();
        }
    }

    @Override
    public void event(EventFields fields) {
        while (in.peek() == '#') {
            tag();
            skipBlank();
        }
        if (in.peek() != '{') {
            throw in.malformed("a map");
        }
        in.next();
        skipBlank();
        while (in.peek() != '}') {
            if (in.peek() != ':') {
                throw in.malformed("a keyword or '}'");
            }
            String name = keyword();
            skipBlank();
            if (in.peek() == '}') {
                throw in.malformed("a value of :" + name);
            }
            fields.set(name, value());
            skipBlank();
        }
        in.next();
    }

    private String tag() {
        in.next();
        in.takeToken();
        if (in.tokenLength() == 0) {
            throw in.malformed("a tag");
        }
        return in.text(0);
    }

    private String keyword() {
        in.takeToken();
        if (in.tokenLength() < 2) {
            throw in.malformed("a keyword");
        }
        return in.text(1);
    }

    @Override
    public Object value() {
        if (++depth > DEEPEST) {
            throw in.malformed("values nested at most " + DEEPEST + " deep");
        }
        skipBlank();
        Object value = switch (in.peek()) {
            case '[' -> sequence(']');
            case '(' -> sequence(')');
            case '{' -> map();
            case '"' -> Quoted.read(in, false);
            case ':' -> keyword();
            case '#' -> dispatched();
            case '\\' -> character();
            case '^', '\'' -> prefixed();
            default -> atom();
        };
        depth--;
        return value;
    }

    private Object atom() {
        long number = in.takeWholeNumber();
        if (number != Source.NO_NUMBER) {
            return number;
        }
        in.takeToken();
        if (in.tokenLength() == 0) {
            throw in.malformed("a value");
        }
        if (Scalars.looksNumeric(in)) {
            return Scalars.number(in);
        }
        String symbol = in.text(0);
        return switch (symbol) {
            case "nil" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> symbol;
        };
    }

    private List<Object> sequence(char end) {
        in.next();
        List<Object> elements = new ArrayList<>(2);
        for (skipBlank(); in.peek() != end; skipBlank()) {
            elements.add(element("'" + end + "'"));
        }
        in.next();
        return Collections.unmodifiableList(elements);
    }

    private Object element(String end) {
        int c = in.peek();
        if (c == Source.END || c == ']' || c == ')' || c == '}') {
            throw in.malformed(end);
        }
        return value();
    }

    private Map<Object, Object> map() {
        in.next();
        Map<Object, Object> entries = new HashMap<>();
        for (skipBlank(); in.peek() != '}'; skipBlank()) {
            Object key = element("'}'");
            skipBlank();
            entries.put(key, element("a value of " + key));
        }
        in.next();
        return Collections.unmodifiableMap(entries);
    }

    private Object dispatched() {
        int second = in.peekSecond();
        if (second == '{') {
            in.next();
            in.next();
            Set<Object> elements = new HashSet<>();
            for (skipBlank(); in.peek() != '}'; skipBlank()) {
                elements.add(element("'}'"));
            }
            in.next();
            return Collections.unmodifiableSet(elements);
        }
        if (second == '"') {
            in.next();
            return Quoted.read(in, false);
        }
        if (second == '#') {
            in.next();
            return tag();
        }
        String tag = tag();
        Object value = value();
        return tag.equals(TUPLE) && value instanceof List<?> pair && pair.size() == 2
                ? new Tuple(pair.get(0), pair.get(1))
                : value;
    }

    private Object prefixed() {
        if (in.next() == '^') {
            value();
        }
        return value();
    }

    private String character() {
        in.next();
        int first = in.next();
        if (first == Source.END) {
            throw in.malformed("a character");
        }
        in.takeToken();
        String rest = in.text(0);
        return switch ((char) first + rest) {
            case "newline" -> "\n";
            case "space" -> " ";
            case "tab" -> "\t";
            case "return" -> "\r";
            default -> (char) first + rest;
        };
    }
}
