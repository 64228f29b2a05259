package dev.weevil.checker.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * JSON. Names of objects that are whole numbers are read as numbers, as account numbers are; in our own
 * files sets, maps with other names and numbers beyond JSON are objects with one name that begins with
 * {@code #}.
 */
final class JsonForms implements Forms {

    private static final int DEEPEST = 256;

    private final Source in;
    private final boolean ours;
    private int depth;

    JsonForms(Source in, boolean ours) {
        this.in = in;
        this.ours = ours;
    }

    @Override
    public void skipBlank() {
        for (int c = in.peek(); c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = in.peek()) {
            in.next();
        }
    }

    @Override
    public void event(EventFields fields) {
        if (in.peek() != '{') {
            throw in.malformed("an object");
        }
        in.next();
        skipBlank();
        boolean first = true;
        while (in.peek() != '}') {
            if (!first) {
                comma("'}'");
            }
            first = false;
            String name = name();
            fields.set(name.startsWith(":") ? name.substring(1) : name, value());
            skipBlank();
        }
        in.next();
    }

    private void comma(String end) {
        if (in.peek() != ',') {
            throw in.malformed("',' or " + end);
        }
        in.next();
        skipBlank();
    }

    private String name() {
        if (in.peek() != '"') {
            throw in.malformed("a name in quotes");
        }
        String name = string();
        skipBlank();
        in.expect(':');
        return name;
    }

    @Override
    public Object value() {
        skipBlank();
        if (++depth > DEEPEST) {
            throw in.malformed("values nested at most " + DEEPEST + " deep");
        }
        Object value = switch (in.peek()) {
            case '[' -> array();
            case '{' -> object();
            case '"' -> string();
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
        long line = in.line();
        in.takeToken();
        if (in.tokenLength() == 0) {
            throw in.malformed("a value");
        }
        if (Scalars.looksNumeric(in)) {
            return Scalars.number(in);
        }
        String word = in.text(0);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw in.malformed("a value", "\"" + word + "\" on line " + line);
        };
    }

    private List<Object> array() {
        in.next();
        List<Object> elements = new ArrayList<>(2);
        skipBlank();
        while (in.peek() != ']') {
            if (!elements.isEmpty()) {
                comma("']'");
            }
            elements.add(value());
            skipBlank();
        }
        in.next();
        return Collections.unmodifiableList(elements);
    }

    private Object object() {
        in.next();
        Map<Object, Object> entries = new HashMap<>();
        skipBlank();
        boolean first = true;
        while (in.peek() != '}') {
            if (!first) {
                comma("'}'");
            }
            first = false;
            String name = name();
            entries.put(ours ? name : number(name), value());
            skipBlank();
        }
        in.next();
        return ours && entries.size() == 1
                ? special(entries)
                : Collections.unmodifiableMap(entries);
    }

    private static Object number(String name) {
        return name.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(name) : name;
    }

    private Object special(Map<Object, Object> entries) {
        Map.Entry<Object, Object> entry = entries.entrySet().iterator().next();
        if (entry.getKey().equals("#set") && entry.getValue() instanceof List<?> elements) {
            return Collections.unmodifiableSet(new HashSet<>(elements));
        }
        if (entry.getKey().equals("#double") && entry.getValue() instanceof String text) {
            return Double.valueOf(text);
        }
        if (entry.getKey().equals("#map") && entry.getValue() instanceof List<?> pairs) {
            Map<Object, Object> map = new HashMap<>();
            for (Object pair : pairs) {
                if (!(pair instanceof List<?> both) || both.size() != 2) {
                    throw in.malformed("[key, value] in a #map", String.valueOf(pair));
                }
                map.put(both.get(0), both.get(1));
            }
            return Collections.unmodifiableMap(map);
        }
        return Collections.unmodifiableMap(entries);
    }

    private String string() {
        in.next();
        in.clearToken();
        for (int c = in.next(); c != '"'; c = in.next()) {
            if (c == Source.END || c == '\n') {
                throw in.malformed("'\"'");
            }
            if (c == '\\') {
                escape();
            } else {
                in.keep(c);
            }
        }
        return in.text(0);
    }

    private void escape() {
        int c = in.next();
        switch (c) {
            case '"', '\\', '/' -> in.keep(c);
            case 'n' -> in.keep('\n');
            case 't' -> in.keep('\t');
            case 'r' -> in.keep('\r');
            case 'b' -> in.keep('\b');
            case 'f' -> in.keep('\f');
            case 'u' -> unicode(in);
            default -> throw in.malformed("an escaped character");
        }
    }

    /** Keeps the character of {@code XXXX} after a backslash and u, with its second half if any. */
    static void unicode(Source in) {
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
}
